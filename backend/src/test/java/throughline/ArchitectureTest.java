package throughline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;

@AnalyzeClasses(packages = "throughline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule registryKnowsNoKind = noClasses()
            .that()
            .resideInAPackage("throughline.registry..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("throughline..").and(resideOutsideOfPackage("throughline.registry..")))
            .because("kinds stand on the registry, never the other way round");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("throughline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kindsKnowNoOtherKind =
            slices().matching("throughline.(organization|convening)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule entitiesStayHome = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePackagePrivate()
            .because("a kind's tables are its own; others ask the registry");

    @ArchTest
    static final ArchRule everyOperationSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule nobodyOpensATransactionPastTheClock = noClasses()
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("whoever wrote in it would not have taken the clock");
}

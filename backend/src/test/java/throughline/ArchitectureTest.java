package throughline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;

@AnalyzeClasses(packages = "throughline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PAST_THE_CLOCK = "whoever wrote in it would not have taken the clock";

    /** Whatever package is none of the shared ones is a kind's, the next one's too. */
    private static final SliceAssignment KINDS = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.matches("throughline\\.(?!registry|http|people|changes|database|demo)\\w+")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each kind's package";
        }
    };

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
            slices().matching("throughline.(*)..").should().beFreeOfCycles().because("arrows go one way");

    @ArchTest
    static final ArchRule kindsKnowNoOtherKind = slices().assignedFrom(KINDS)
            .should()
            .notDependOnEachOther()
            .because("a reference is checked in the registry, and a foreign title comes from there");

    @ArchTest
    static final ArchRule onlyMainKnowsDatabaseAndDemo = noClasses()
            .that()
            .resideOutsideOfPackages("throughline", "throughline.database..", "throughline.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("throughline.database..", "throughline.demo..")
            .because("on whichever PostgreSQL and with whatever records, the server is the same");

    @ArchTest
    static final ArchRule nothingKnowsTheReaders = noClasses()
            .that()
            .resideOutsideOfPackage("throughline.changes..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("throughline.changes..")
            .because("they read every kind, and nothing that they read rests on them");

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
            .beAnnotatedWith(PermitAll.class)
            .because("what nobody thought of is open to nobody");

    @ArchTest
    static final ArchRule noMethodOpensATransactionPastTheClock =
            noMethods().should().beAnnotatedWith(Transactional.class).because(PAST_THE_CLOCK);

    @ArchTest
    static final ArchRule noClassOpensATransactionPastTheClock =
            noClasses().should().beAnnotatedWith(Transactional.class).because(PAST_THE_CLOCK);

    @ArchTest
    static final ArchRule oneClassOpensTransactionsAndOneReadsInThem = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("throughline.registry.write.Transactions")
            .and()
            .doNotHaveFullyQualifiedName("throughline.registry.read.Reader")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(QuarkusTransaction.class.getName())
            .because(PAST_THE_CLOCK);

    @ArchTest
    static final ArchRule kindsWriteNoTable = noClasses()
            .that(belongToAKind())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "throughline.registry.sql..")
            .because("a kind declares what it holds, and the registry writes it");

    private static DescribedPredicate<JavaClass> belongToAKind() {
        return DescribedPredicate.describe("belong to a kind", type -> KINDS.getIdentifierOf(type)
                .equals(SliceIdentifier.of(type.getPackageName())));
    }
}

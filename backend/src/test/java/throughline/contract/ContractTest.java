package throughline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import throughline.database.TestDatabase;

/** The contract tells of each operation all that a caller must know. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ContractTest {

    private static final Set<String> ALWAYS = Set.of("400", "401", "406", "414", "431", "500", "503");

    private final ServedContract contract = ServedContract.CONTRACT;
    private final SoftAssertions all = new SoftAssertions();

    /** One operation of the document. */
    private record Told(String address, String method, String pointer, JsonNode says) {

        String name() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + address;
        }
    }

    private List<Told> operations() {
        List<Told> operations = new ArrayList<>();
        contract.paths()
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    String pointer = ServedContract.pointer("paths", path.getKey(), method.getKey());
                    operations.add(new Told(path.getKey(), method.getKey(), pointer, method.getValue()));
                }));
        return operations;
    }

    @Test
    void everyOperationIsNamedAndSaysWhatItDoes() {
        Set<String> names = new HashSet<>();
        for (Told operation : operations()) {
            JsonNode says = operation.says();
            all.assertThat(says.path("summary").asText()).as(operation.name()).isNotBlank();
            all.assertThat(says.path("description").asText())
                    .as(operation.name())
                    .isNotBlank();
            all.assertThat(says.path("operationId").asText())
                    .as(operation.name())
                    .matches("[a-z]+([A-Z][a-z]*)+");
            all.assertThat(names.add(says.path("operationId").asText()))
                    .as(operation.name())
                    .isTrue();
            all.assertThat(says.path("tags")).as(operation.name()).hasSize(1);
            all.assertThat(says.path("security")).as(operation.name()).isNotEmpty();
        }
        all.assertAll();
    }

    @Test
    void whatIsServedIsToldAndNothingElse() {
        Set<String> served = new TreeSet<>();
        ArchConfiguration.withThreadLocalScope(ContractTest::resources).stream()
                .flatMap(resource -> resource.getMethods().stream())
                .forEach(method -> verb(method).ifPresent(verb -> served.add(verb + " " + address(method))));
        assertThat(operations()).extracting(Told::name).containsExactlyInAnyOrderElementsOf(served);
    }

    /** Ours alone: the test's class path has no address by which the importer could follow others. */
    private static JavaClasses resources(ArchConfiguration importing) {
        importing.setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("throughline");
    }

    private static Optional<String> verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(Set.of("GET", "POST", "PUT", "PATCH", "DELETE")::contains)
                .findFirst();
    }

    private static String address(JavaMethod method) {
        String below =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return method.getOwner().getAnnotationOfType(Path.class).value() + below;
    }

    @Test
    void everyBodyAndEveryAnswerHasAnExampleThatIsTrue() {
        for (Told operation : operations()) {
            examples(operation.name() + " body", operation.pointer() + "/requestBody/content");
            operation.says().path("responses").properties().forEach(answer -> {
                String response =
                        contract.resolved(operation.pointer() + ServedContract.pointer("responses", answer.getKey()));
                examples(operation.name() + " " + answer.getKey(), response + "/content");
            });
        }
        all.assertAll();
    }

    private void examples(String name, String content) {
        contract.at(content).properties().forEach(type -> {
            String pointer = content + ServedContract.pointer(type.getKey());
            all.assertThat(type.getValue().path("examples")).as(name).isNotEmpty();
            type.getValue().path("examples").properties().forEach(example -> {
                JsonNode value = contract.at(pointer + ServedContract.pointer("examples", example.getKey()))
                        .path("value");
                boolean either = contract.at(pointer + "/schema").has("anyOf");
                all.assertThat(contract.wrong(pointer + (either ? "/schema/anyOf/0" : "/schema"), value))
                        .as(name + " " + example.getKey())
                        .isEmpty();
            });
        });
    }

    @Test
    void whatIsReadCanBeSentBack() {
        for (Told operation : operations()) {
            if (operation.method().equals("put")) {
                String body = operation.pointer() + "/requestBody/content/application~1json/schema";
                String read = operation.pointer() + "/responses/200/content/application~1json/examples/record";
                all.assertThat(contract.wrong(body, contract.at(read).path("value")))
                        .as(operation.name())
                        .isEmpty();
            }
        }
        all.assertAll();
    }

    @Test
    void everyOperationTellsTheErrorsOfItsMethod() {
        for (Told operation : operations()) {
            Set<String> implied = new TreeSet<>(ALWAYS);
            boolean writes = !operation.method().equals("get");
            if (operation.address().contains("{")) {
                implied.add("404");
            }
            if (writes) {
                implied.addAll(Set.of("403", "408", "413"));
            }
            if (operation.says().has("requestBody")) {
                implied.add("415");
            }
            if (Set.of("put", "patch", "delete").contains(operation.method())) {
                implied.addAll(Set.of("409", "410", "412", "422", "428"));
            }
            Set<String> told = new HashSet<>();
            operation.says().path("responses").fieldNames().forEachRemaining(told::add);
            all.assertThat(told).as(operation.name()).containsAll(implied);
            all.assertThat(told).as(operation.name()).anyMatch(status -> status.startsWith("2"));
        }
        all.assertAll();
    }

    @Test
    void aParameterSaysWhatItIs() {
        for (Told operation : operations()) {
            for (int i = 0; i < operation.says().path("parameters").size(); i++) {
                JsonNode parameter = contract.at(operation.pointer() + "/parameters/" + i);
                all.assertThat(parameter.path("description").asText())
                        .as(operation.name() + " " + parameter.path("name"))
                        .isNotBlank();
            }
        }
        all.assertAll();
    }
}

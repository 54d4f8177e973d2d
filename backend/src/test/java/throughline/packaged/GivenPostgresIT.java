package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a PostgreSQL of the operator's own, wherever it is named, the embedded one is neither unpacked nor started. */
class GivenPostgresIT {

    private static final String RECORD = "{\"kind\":\"organization\",\"name\":\"On a given database\"}\n";

    @TempDir
    static Path folder;

    private static OwnPostgres postgres;

    @BeforeAll
    static void start() throws Exception {
        postgres = OwnPostgres.startIn(folder);
    }

    @AfterAll
    static void end() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void isUsedWhereTheEnvironmentNamesIt() throws Exception {
        Path own = database("environment");
        assertUsed(
                own,
                Packaged.on(own.resolve("data"))
                        .environment("QUARKUS_DATASOURCE_JDBC_URL", url("environment"))
                        .environment("QUARKUS_DATASOURCE_USERNAME", "owner")
                        .environment("QUARKUS_DATASOURCE_PASSWORD", "secret-of-owner"));
    }

    @Test
    void isUsedWhereAPropertyNamesIt() throws Exception {
        Path own = database("property");
        assertUsed(
                own,
                Packaged.on(own.resolve("data"))
                        .with("-Dquarkus.datasource.jdbc.url=" + url("property"))
                        .with("-Dquarkus.datasource.username=owner")
                        .with("-Dquarkus.datasource.password=secret-of-owner"));
    }

    @Test
    void isUsedWhereAFileOfTheEnvironmentNamesIt() throws Exception {
        Path own = database("dotenv");
        Files.writeString(own.resolve(".env"), """
                QUARKUS_DATASOURCE_JDBC_URL=%s
                QUARKUS_DATASOURCE_USERNAME=owner
                QUARKUS_DATASOURCE_PASSWORD=secret-of-owner
                """.formatted(url("dotenv")));
        assertUsed(own, Packaged.on(own.resolve("data")).from(own));
    }

    @Test
    void isUsedWhereAConfigurationFileNamesIt() throws Exception {
        Path own = database("config");
        Files.createDirectory(own.resolve("config"));
        Files.writeString(own.resolve("config/application.properties"), """
                quarkus.datasource.jdbc.url=%s
                quarkus.datasource.username=owner
                quarkus.datasource.password=secret-of-owner
                """.formatted(url("config")));
        assertUsed(own, Packaged.on(own.resolve("data")).from(own));
    }

    @Test
    void isRefusedInOneLineWhereItLetsNobodyIn() throws Exception {
        Packaged.on(folder.resolve("unused"))
                .with("-Dquarkus.datasource.jdbc.url=" + url("postgres"))
                .with("-Dquarkus.datasource.username=owner")
                .with("-Dquarkus.datasource.password=wrong")
                .run()
                .assertRefused("The PostgreSQL at " + url("postgres") + " does not let Throughline in");
        assertThat(folder.resolve("unused")).doesNotExist();
    }

    /** A file is loaded, then served beside a second server, and what the folder holds is its key, beside that of another. */
    private static void assertUsed(Path own, Packaged.Start start) throws Exception {
        Path file = Files.writeString(own.resolve("one.ndjson"), RECORD);
        Path data = Files.createDirectory(own.resolve("data"));
        Files.writeString(data.resolve("operator.key"), "of another database");
        try (Packaged server = start.serving()) {
            assertThat(server.said()).contains("Data              " + url("")).doesNotContain("secret-of-owner");
            Packaged beside = start.run("load", file.toString());
            assertThat(beside.exit()).as(beside.said()).isZero();
            assertThat(server.getAs(Packaged.key(data), "/api/v1/organizations?lifecycle=draft")
                            .body())
                    .contains("On a given database");
        }
        assertThat(data.resolve("operator.key.old")).hasContent("of another database");
        try (Stream<Path> kept = Files.list(data)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("operator.key", "operator.key.old");
        }
    }

    private static Path database(String name) throws Exception {
        postgres.make(name);
        return Files.createDirectory(folder.resolve(name));
    }

    private static String url(String database) {
        return postgres.url(database);
    }
}

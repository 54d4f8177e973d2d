package throughline.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the package starts, starts again, and refuses to. */
class StartIT {

    @TempDir
    Path folder;

    @Test
    void goesOnAfterItWasKilled() throws Exception {
        String location;
        try (Packaged killed = Packaged.on(folder).serving()) {
            var made = killed.post(Packaged.key(folder), "Kept over a crash");
            assertThat(made.statusCode()).isEqualTo(201);
            location = made.headers().firstValue("Location").orElseThrow();
            killed.kill();
        }
        assertThat(ServerIT.servedFrom(folder)).as("PostgreSQL outlives it").isNotEmpty();
        try (Packaged next = Packaged.on(folder).serving()) {
            assertThat(next.get("/api/v1/organizations?lifecycle=draft,published")
                            .statusCode())
                    .isLessThan(500);
            assertThat(next.post(Packaged.key(folder), "Made after it").statusCode())
                    .isEqualTo(201);
        }
        assertThat(ServerIT.servedFrom(folder)).isEmpty();
    }

    @Test
    void aNewKeyTakesThePlaceOfTheOld() throws Exception {
        Packaged.on(folder).serving().close();
        String old = Packaged.key(folder);
        try (Packaged renewed = Packaged.on(folder)
                .with("-Dthroughline.operator-key.renew=true")
                .serving()) {
            assertThat(Packaged.key(folder)).isNotEqualTo(old);
            assertThat(renewed.post(old, "With the old key").statusCode()).isEqualTo(401);
            assertThat(renewed.post(Packaged.key(folder), "With the new key").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void loadsTheDemoOnceAndKeepsItsIds() throws Exception {
        String first = demo("true");
        assertThat(first).contains("WebJunction");
        assertThat(demo("true")).isEqualTo(first);
        assertThat(demo("false")).isEqualTo(first);
    }

    @Test
    void endsItsDatabaseWhenItIsEndedWhileItStarts() throws Exception {
        Packaged starting = Packaged.atHome(folder).run();
        while (!Files.exists(folder.resolve(".throughline/postgres/data/postmaster.pid"))) {
            assertThat(starting.said()).doesNotContain("does not");
            Thread.sleep(20);
        }
        starting.close();
        assertThat(ServerIT.servedFrom(folder)).isEmpty();
    }

    @Test
    void runsAsAnOrdinaryUserWhoMayNotUseEveryFolder() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "Skipped: only root can become somebody else");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.setAttribute(own, "unix:uid", 65534);
        String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
        try (Packaged server = Packaged.on(own).as(nobody).serving()) {
            assertThat(Files.getAttribute(own.resolve("operator.key"), "unix:uid"))
                    .isEqualTo(65534);
            assertThat(server.post(Packaged.key(own), "A library").statusCode()).isEqualTo(201);
        }
        Packaged.on(folder.resolve("roots"))
                .as(nobody)
                .run()
                .assertRefused("may not write in the data folder " + folder.resolve("roots"), "throughline.data-dir");
        try (Packaged byRoot = Packaged.on(own).serving()) {
            assertThat(byRoot.get("/api/v1").statusCode()).isEqualTo(200);
        }
        try (Packaged again = Packaged.on(own).as(nobody).serving()) {
            assertThat(again.get("/api/v1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWrongSettingsInOneLine() throws Exception {
        Packaged.on(folder).with("-Dquarkus.http.port=80000").run().assertRefused("quarkus.http.port", "'80000'");
        Packaged.on(folder)
                .with("-Dquarkus.http.port=http")
                .run()
                .assertRefused("quarkus.http.port must be a number from 0 to 65535; it is 'http'");
        Packaged.on(folder)
                .environment("THROUGHLINE_DEMO", "maybe")
                .run()
                .assertRefused("throughline.demo must be true or false; it is 'maybe'");
        Packaged.on(folder)
                .with("-Dquarkus.http.host=no.such.host.invalid")
                .run()
                .assertRefused("quarkus.http.host is no address of this machine");
        Path file = Files.writeString(folder.resolve("file"), "");
        Packaged.on(file).run().assertRefused("The data folder " + file, "throughline.data-dir");
        Packaged unknown = Packaged.on(folder).run("lode", "file");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).contains("load FILE");
        assertThat(folder.resolve("postgres")).doesNotExist();
    }

    private String demo(String wanted) throws Exception {
        try (Packaged server =
                Packaged.on(folder).environment("THROUGHLINE_DEMO", wanted).serving()) {
            JsonNode page = new ObjectMapper()
                    .readTree(server.get("/api/v1/organizations?count=true&limit=200")
                            .body());
            return page.at("/page/total") + page.path("items").toString();
        }
    }
}

package throughline.database;

import java.nio.file.Path;

/** A server of its own process, for a test to kill; it tells where its database listens, or why it does not start. */
final class LeftRunning {

    private LeftRunning() {}

    public static void main(String... arguments) throws InterruptedException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            System.out.println(postgres.jdbcUrl());
            Thread.sleep(Long.MAX_VALUE);
        } catch (CannotStartException refused) {
            System.out.println(refused.getMessage());
        }
    }
}

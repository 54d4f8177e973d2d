package throughline;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import throughline.database.CannotStartException;
import throughline.database.Login;

/**
 * What the operator set, wherever Quarkus looks for it (properties, environment, {@code .env}, {@code config/application.properties}): read
 * and checked before anything starts.
 */
final class Settings {

    static final String DATA_FOLDER = "throughline.data-dir";
    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USER = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    private static final String PORT = "quarkus.http.port";
    private static final String HOST = "quarkus.http.host";
    private static final int HIGHEST_PORT = 65535;

    private final SmallRyeConfig config;

    private Settings(SmallRyeConfig config) {
        this.config = config;
    }

    static Settings read() {
        Settings settings = new Settings(new SmallRyeConfigBuilder()
                .forClassLoader(Settings.class.getClassLoader())
                .addDefaultInterceptors()
                .addDefaultSources()
                .withCustomizers(new QuarkusConfigBuilderCustomizer())
                .build());
        settings.requireTrueOrFalse("throughline.demo");
        settings.requireTrueOrFalse("throughline.operator-key.renew");
        return settings;
    }

    Optional<String> find(String name) {
        try {
            return config.getOptionalValue(name, String.class).map(String::strip);
        } catch (NoSuchElementException dangling) {
            throw new CannotStartException("The setting " + name + " cannot be read: " + dangling.getMessage());
        }
    }

    Path dataFolder() {
        // What a shell calls ~; Java's own answer is "?" for a user that the system does not list, as in many
        // containers.
        String home = find("HOME").orElse(System.getProperty("user.home"));
        Path named = find(DATA_FOLDER).map(Path::of).orElse(Path.of(home, ".throughline"));
        return named.toAbsolutePath().normalize();
    }

    /** A PostgreSQL of the operator's own, where one is named. */
    Optional<Login> givenDatabase() {
        return find(URL)
                .map(url ->
                        new Login(url, find(USER).orElse(null), find(PASSWORD).orElse(null)));
    }

    /** The folder, or the address of the operator's own database; what follows its question mark may hold a password. */
    String whereDataLie() {
        return find(URL)
                .map(url -> url.replaceFirst("\\?.*", ""))
                .orElse(dataFolder().toString());
    }

    /** Refuses a port that somebody has already; whoever takes it after this look is told by Quarkus. */
    void requireFreePort() {
        String host = find(HOST).orElse("127.0.0.1");
        int port = port();
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: what an earlier one left closing is no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException unknown) {
            throw new CannotStartException(wrong(HOST, host, "is no address of this machine"));
        } catch (IOException refused) {
            throw new CannotStartException("Cannot listen at " + host + ":" + port + " (" + refused.getMessage()
                    + "): end the program that does, or choose another port by " + PORT + " or QUARKUS_HTTP_PORT.");
        }
    }

    private int port() {
        String text = find(PORT).orElse("8080");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT) {
            throw new CannotStartException(wrong(PORT, text, "must be a number from 0 to " + HIGHEST_PORT));
        }
        return Integer.parseInt(text);
    }

    // Anything else would count as false, and what was asked for would not happen.
    private void requireTrueOrFalse(String name) {
        find(name)
                .filter(value -> !value.equals("true") && !value.equals("false"))
                .ifPresent(value -> {
                    throw new CannotStartException(wrong(name, value, "must be true or false"));
                });
    }

    private static String wrong(String name, String value, String why) {
        return "The setting " + name + " " + why + "; it is '" + value + "'.";
    }
}

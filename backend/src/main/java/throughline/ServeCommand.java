package throughline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Serves until it is ended; says first where to go: the pages, Swagger UI, the data (its argument), the operator's key. */
public class ServeCommand implements QuarkusApplication {

    private static final String NO_KEY =
            "in the folder of the server that made it; throughline.operator-key.renew=true makes a new one";

    @Override
    public int run(String... arguments) {
        // Only now, when it listens: port 0 has become a real one.
        Config config = ConfigProvider.getConfig();
        String host = config.getValue("quarkus.http.host", String.class);
        String address = "http://" + reachable(host) + ":" + config.getValue("quarkus.http.port", int.class);
        Path key = Path.of(config.getValue(Settings.DATA_FOLDER, String.class), "operator.key");
        System.out.printf(
                "%n  Throughline       %s%n  Swagger UI        %s/q/swagger-ui%n  Data              %s%n"
                        + "  Operator's key    %s%n%n",
                address, address, arguments[0], Files.exists(key) ? key : NO_KEY);
        Quarkus.waitForExit();
        return 0;
    }

    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

package throughline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the figures were measured on. */
final class Machine {

    private Machine() {}

    static String told(Options options) throws IOException {
        String memory = found("/proc/meminfo", "MemTotal:\\s+(\\d+) kB");
        return String.format(
                Locale.ROOT,
                "%,d organizations; %d cores of %s, %d GiB; Java %s, server %s; HTTP %d connections (wrk), database 8 (pgbench -M prepared"
                        + " -j 2); %d rounds of %d s in turns after %d s of warming",
                options.size(),
                Runtime.getRuntime().availableProcessors(),
                found("/proc/cpuinfo", "model name\\s*: (.*)"),
                memory.isEmpty() ? 0 : Long.parseLong(memory) >> 20,
                System.getProperty("java.version"),
                Server.HEAP,
                Ground.CONNECTIONS,
                options.rounds(),
                options.seconds(),
                options.warm());
    }

    private static String found(String file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        return found.find() ? found.group(1) : "";
    }
}

package throughline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import throughline.database.CannotStartException;

/** What all commands share that take a file and nothing else. */
final class FileCommand {

    private FileCommand() {}

    /** Whether a file is named and nothing else; if not, it was said how the command is used. */
    static boolean namesAFile(String help, String... arguments) {
        if (arguments.length == 2 && !arguments[1].startsWith("-")) {
            return true;
        }
        (asksForHelp(arguments) ? System.out : System.err).print(help);
        return false;
    }

    /** The exit code where no file is named. */
    static int otherwise(String... arguments) {
        return asksForHelp(arguments) ? 0 : 2;
    }

    private static boolean asksForHelp(String... arguments) {
        return arguments.length == 2 && arguments[1].matches("-h|--help");
    }

    /** Looks at the file before anything is started for it. */
    static Path requireFile(String name) {
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new CannotStartException("There is no file " + name + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CannotStartException(name + " is no file that can be read.");
        }
        return file;
    }

    static String counted(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}

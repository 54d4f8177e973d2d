package throughline.database;

import java.nio.file.Path;

/** Another server holds the data folder. */
public final class InUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InUseException(Path folder) {
        super("Another Throughline server uses the data folder " + folder + ": stop it first, or name another folder.");
    }
}

package throughline.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Why the server does not start, in one line that says what to do about it. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStartException(String line) {
        super(line.strip().replaceAll("\\s*\\R\\s*", " "), null, false, false);
    }

    static CannotStartException inUse(Path folder) {
        return new CannotStartException("Another Throughline server uses the data folder " + folder
                + ": stop it first, or name another folder by throughline.data-dir.");
    }

    static CannotStartException folder(Path folder, IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return new CannotStartException("The user " + System.getProperty("user.name")
                    + " may not write in the data folder " + folder
                    + ": start as its owner, or name another folder by throughline.data-dir.");
        }
        if (refused instanceof FileAlreadyExistsException) {
            return new CannotStartException("The data folder " + folder
                    + " cannot be made, for a file is in its way: name another folder by throughline.data-dir.");
        }
        String reason = refused instanceof FileSystemException named && named.getReason() != null
                ? named.getReason()
                : refused.getMessage();
        return new CannotStartException("The data folder " + folder + " cannot be used: " + reason + ".");
    }
}

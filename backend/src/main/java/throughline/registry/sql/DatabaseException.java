package throughline.registry.sql;

import java.sql.SQLException;

/** The database refused a statement, or is away. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause);
    }
}

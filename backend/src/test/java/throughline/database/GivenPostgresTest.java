package throughline.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with an operator's own PostgreSQL is told in one line that never holds a password. */
class GivenPostgresTest {

    private static final int SSL_REQUEST = 80877103;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws SQLException {
        postgres = EmbeddedPostgres.start(folder);
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password())) {
            for (String command : List.of(
                    "create database latin encoding 'LATIN1' locale 'C' template template0",
                    "create role guest login password 'secret-of-guest'")) {
                connection.createStatement().execute(command);
            }
        }
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void aServerThatCanBeUsedIsAccepted() {
        assertThatCode(() -> GivenPostgres.require(new Login(postgres.jdbcUrl(), postgres.user(), postgres.password())))
                .doesNotThrowAnyException();
        String login = "?user=" + postgres.user() + "&password=" + postgres.password();
        assertThatCode(() -> GivenPostgres.require(new Login(postgres.jdbcUrl() + login, null, null)))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsWrongWithTheLoginOrTheDatabaseIsSaid() {
        assertRefused(postgres.jdbcUrl(), "guest", "wrong-secret", "password authentication failed for user \"guest\"");
        assertRefused(postgres.jdbcUrl("none"), postgres.user(), postgres.password(), "\"none\" does not exist");
        assertRefused(
                postgres.jdbcUrl("latin"),
                postgres.user(),
                postgres.password(),
                "its encoding is LATIN1, and must be UTF8");
        assertRefused(postgres.jdbcUrl(), "guest", "secret-of-guest", "let the user own the database");
    }

    @Test
    void anAddressWhereNothingAnswersIsNamedWithoutItsPassword() {
        assertRefused("jdbc:postgresql://localhost:1/x?password=wrong-secret", "guest", null, "localhost:1/x");
        assertRefused("jdbc:mysql://localhost/x", "guest", "wrong-secret", "No suitable driver");
    }

    @Test
    void anOlderServerIsRefused() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> greetAs("14.20", listening));
            server.setDaemon(true);
            server.start();
            String url = "jdbc:postgresql://localhost:" + listening.getLocalPort() + "/x";
            assertRefused(url, "guest", "wrong-secret", url + " is version 14: Throughline needs 15 or newer");
        }
    }

    private static void assertRefused(String url, String user, String password, String why) {
        assertThatThrownBy(() -> GivenPostgres.require(new Login(url, user, password)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(why)
                .hasMessageNotContainingAny("\n", "secret");
    }

    /** The greeting of a PostgreSQL of that version, which none here is. */
    private static void greetAs(String version, ServerSocket listening) {
        while (!listening.isClosed()) {
            try (Socket caller = listening.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                DataOutputStream out = new DataOutputStream(caller.getOutputStream());
                for (int length = in.readInt(); in.readInt() == SSL_REQUEST; length = in.readInt()) {
                    out.write('N');
                }
                in.skipNBytes(in.available());
                send(out, 'R', new byte[4]);
                for (String parameter : List.of(
                        "server_version\0" + version + "\0",
                        "server_encoding\0UTF8\0",
                        "client_encoding\0UTF8\0",
                        "DateStyle\0ISO, MDY\0",
                        "standard_conforming_strings\0on\0",
                        "integer_datetimes\0on\0")) {
                    send(out, 'S', parameter.getBytes(StandardCharsets.US_ASCII));
                }
                send(out, 'Z', new byte[] {'I'});
                while (in.read() >= 0) {
                    answerNothing(in, out);
                }
            } catch (IOException gone) {
                // The caller has seen enough.
            }
        }
    }

    private static void answerNothing(DataInputStream in, DataOutputStream out) throws IOException {
        in.skipNBytes(in.available());
        send(out, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
        send(out, 'Z', new byte[] {'I'});
    }

    private static void send(DataOutputStream out, char type, byte[] content) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(message);
        fields.writeByte(type);
        fields.writeInt(content.length + 4);
        fields.write(content);
        out.write(message.toByteArray());
        out.flush();
    }
}

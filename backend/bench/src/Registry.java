package throughline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * The records that the bench fills a database with, in the shape that {@code load} takes: libraries, museums, and convenings at which
 * their people met. The same size gives the same bytes.
 */
final class Registry {

    /** The national registry: 123,000 libraries and 17,500 museums. */
    static final int STANDING_SIZE = 140_500;

    /** The number in the id of the first record of a kind: a one, two digits for the copy, and seven that count. */
    static final int FIRST = 1_001_000_000;

    /** What lies between a record's number and its copy's. */
    static final int COPY = 10_000_000;

    static final String[] TOPICS =
            Names.words("rural digital leadership collections outreach literacy accessibility preservation"
                    + " youth cataloging advocacy partnerships");

    /** What stands between a kind and a number in every id. */
    private static final String ID = "_01m88bench000000";

    private static final long SEED = 20_130_606;
    private static final int CONVENINGS = 200;

    private final int size;

    Registry(int size) {
        this.size = size;
    }

    void write(Path file) throws IOException {
        Random random = new Random(SEED);
        Names names = new Names(random);
        States states = new States(random);
        Organizations organizations = new Organizations(random, names, states, size);
        Convenings convenings = new Convenings(random, names, states, size);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < size; i++) {
                out.append(organizations.line(i)).append('\n');
            }
            for (int i = 0; i < Math.max(1, size * CONVENINGS / STANDING_SIZE); i++) {
                out.append(convenings.line(i)).append('\n');
            }
        }
    }

    static String id(String prefix, int number) {
        return id(prefix, number, 0);
    }

    static String id(String prefix, int number, int copy) {
        return prefix + ID + (FIRST + copy * COPY + number);
    }
}

package throughline.registry.clock;

/**
 * The registry's number at one moment: of two answers read at the same number each is as new as the other.
 *
 * @param seq counts what was written, in the order of the commits
 * @param epoch in which it counts: a restored registry counts anew, and gives the same numbers to other records
 */
public record RegistryNumber(long seq, String epoch) {

    /** Whether it is of the same epoch and not older. */
    boolean follows(RegistryNumber other) {
        return epoch.equals(other.epoch) && seq >= other.seq;
    }

    /** As it stands in tags. */
    @Override
    public String toString() {
        return seq + epoch;
    }
}

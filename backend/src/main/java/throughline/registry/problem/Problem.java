package throughline.registry.problem;

import java.util.List;

/**
 * What an error answer says (RFC 9457), before it is bound to a request.
 *
 * @param records the records in the way, or the one that took this one over
 * @param moves the moves that are open, for a refused one
 * @param changedSince who changed what since, for a refused undo
 * @param etag the record's current tag, for a stale one
 */
public record Problem(
        ProblemType type,
        String title,
        String detail,
        List<Finding> errors,
        List<Named> records,
        List<String> moves,
        List<?> changedSince,
        String etag) {

    /** A record that a problem names. */
    public record Named(String id, String kind, String title) {}

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, type.title(), detail, List.of(), List.of(), null, null, null);
    }

    public Problem titled(String otherTitle) {
        return new Problem(type, otherTitle, detail, errors, records, moves, changedSince, etag);
    }

    public Problem with(List<Finding> findings) {
        return new Problem(type, title, detail, List.copyOf(findings), records, moves, changedSince, etag);
    }

    public Problem naming(List<Named> inTheWay) {
        return new Problem(type, title, detail, errors, List.copyOf(inTheWay), moves, changedSince, etag);
    }

    public Problem open(List<String> openMoves) {
        return new Problem(type, title, detail, errors, records, List.copyOf(openMoves), changedSince, etag);
    }

    public Problem since(List<?> changes) {
        return new Problem(type, title, detail, errors, records, moves, List.copyOf(changes), etag);
    }

    public Problem current(String tag) {
        return new Problem(type, title, detail, errors, records, moves, changedSince, tag);
    }
}

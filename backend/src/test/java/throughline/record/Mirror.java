package throughline.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import throughline.registry.json.Json;

/** A copy of the registry, made and kept by the feed alone: each record's text by its id. */
final class Mirror {

    private final Client client;
    private final int limit;
    private final Map<String, String> records = new TreeMap<>();
    private String epoch;
    private long next;
    private int changes;

    /** @param limit how many changes it asks for at once */
    Mirror(Client client, int limit) {
        this.client = client;
        this.limit = limit;
    }

    Map<String, String> records() {
        return records;
    }

    /** How many changes it read in all. */
    int changes() {
        return changes;
    }

    /** Reads on until nothing more follows. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = page();
        }
    }

    /** Reads one page; whether more follow. */
    boolean page() {
        Client.Answer answer = client.get(
                "changes?include=record&after=" + next + "&limit=" + limit + (epoch == null ? "" : "&epoch=" + epoch));
        if (answer.status() == 503) {
            // Asked again at the same place, as any reader does.
            return true;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        long before = next;
        for (String item : RawJson.items(RawJson.member(answer.body(), "items"))) {
            before = take(item, before);
        }
        JsonNode page = Json.read(answer.body());
        epoch = page.path("epoch").asText();
        next = page.path("next").asLong();
        boolean more = page.path("more").asBoolean();
        assertThat(next)
                .isGreaterThanOrEqualTo(before)
                .isEqualTo(more ? before : page.path("last").asLong());
        return more;
    }

    /** @return its number, which is greater than that of any before it, on this page or another */
    private long take(String item, long before) {
        JsonNode change = Json.read(item);
        long number = change.path("seq").asLong();
        assertThat(number).as("numbers rise").isGreaterThan(before);
        String id = change.path("id").asText();
        if (change.path("op").asText().equals("upsert")) {
            records.put(id, RawJson.member(item, "record"));
        } else {
            records.remove(id);
        }
        changes++;
        return number;
    }

    /** Every record of every kind, as the lists show it to the same reader. */
    static Map<String, String> lists(Client client, String lifecycles) {
        Map<String, String> records = new TreeMap<>();
        for (String plural : List.of("organizations", "convenings")) {
            String at = plural + "?limit=200&lifecycle=" + lifecycles;
            while (at != null) {
                Client.Answer page = client.get(at);
                assertThat(page.status()).as(page.body()).isEqualTo(200);
                RawJson.items(RawJson.member(page.body(), "items"))
                        .forEach(record ->
                                records.put(Json.read(record).path("id").asText(), record));
                String following = Json.read(page.body()).at("/page/next").textValue();
                at = following == null ? null : following.substring(Api.BASE.length());
            }
        }
        return records;
    }
}

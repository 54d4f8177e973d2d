package throughline.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import throughline.registry.json.Json;

/** Somebody who writes whatever comes to mind into records that others write into as well. */
final class RandomWriter {

    static final int HOSTS = 8;

    private static final int LONGEST_PAUSE = 12;
    private static final List<String> LIFECYCLES = List.of("published", "draft", "withdrawn");

    /** The records that all writers know. */
    record Known(List<String> organizations, List<String> convenings) {

        Known() {
            this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }
    }

    private final Client client;
    private final Known known;
    private final Random random;
    private final Map<String, Integer> done = new TreeMap<>();
    private String lastChangeSet;

    RandomWriter(Client client, Known known, int seed) {
        this.client = client;
        this.known = known;
        this.random = new Random(seed);
    }

    /** @return how often what was done, and how it ended */
    Map<String, Integer> write(int times) {
        for (int i = 0; i < times; i++) {
            one();
            try {
                Thread.sleep(random.nextInt(LONGEST_PAUSE));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
        return done;
    }

    private void one() {
        switch (random.nextInt(12)) {
            case 0 -> make("organizations", known.organizations(), organization());
            case 1 -> make("convenings", known.convenings(), convening());
            case 2 -> told("delete", client.send("DELETE", anyRecord(), null));
            case 3 ->
                told(
                        "restore",
                        client.send("POST", anyRecord() + "/history/" + (1 + random.nextInt(2)) + "/restore", null));
            case 4, 5 -> told("move", patch(anyRecord(), "lifecycle", any(LIFECYCLES)));
            case 6, 7, 8 -> told("rename", patch("organizations/" + host(), "name", words()));
            case 9 -> told("patch", patch("convenings/" + any(known.convenings()), "summary", words()));
            case 10 -> undo();
            default -> told("batch", client.send("POST", "batches", batch()));
        }
    }

    private void undo() {
        if (lastChangeSet != null) {
            told("undo", client.send("POST", "change-sets/" + lastChangeSet + "/undo?skipChanged=true", null));
        }
    }

    private void make(String plural, List<String> ids, ObjectNode body) {
        Client.Answer made = client.send("POST", plural, Json.write(body));
        if (made.status() == 201) {
            ids.add(Json.read(made.body()).path("id").asText());
        }
        told("create", made);
    }

    private void told(String what, Client.Answer answer) {
        done.merge(what + " " + answer.status(), 1, Integer::sum);
        if (answer.changeSet() != null) {
            lastChangeSet = answer.changeSet();
        }
    }

    private Client.Answer patch(String path, String field, String value) {
        return client.send("PATCH", path, Json.write(Json.object().put(field, value)));
    }

    private String batch() {
        ObjectNode batch = Json.object().put("label", "Several at once");
        ArrayNode operations = batch.putArray("operations");
        operations.addObject().put("op", "create").put("kind", "organization").set("body", organization());
        rename(operations, "organization", host(), "name");
        rename(operations, "convening", any(known.convenings()), "title");
        return Json.write(batch);
    }

    private void rename(ArrayNode operations, String kind, String id, String field) {
        operations
                .addObject()
                .put("op", "patch")
                .put("kind", kind)
                .put("id", id)
                .put("ifMatch", "*")
                .set("body", Json.object().put(field, words()));
    }

    ObjectNode organization() {
        return Api.published("name", words())
                .put("sector", "other")
                .put("lifecycle", random.nextInt(4) == 0 ? "draft" : "published");
    }

    /** Hosted by up to three of those whose names change most. */
    ObjectNode convening() {
        ObjectNode body = Api.published("title", words())
                .put("startsOn", "2013-06-06")
                .put("status", "held")
                .put("lifecycle", random.nextInt(4) == 0 ? "draft" : "published");
        ArrayNode hosts = body.putArray("hosts");
        List<String> all = new ArrayList<>(known.organizations());
        for (int i = 0; i < 3; i++) {
            hosts.add(all.remove(random.nextInt(HOSTS - i)));
        }
        return body;
    }

    private String anyRecord() {
        return random.nextBoolean()
                ? "organizations/" + any(known.organizations())
                : "convenings/" + any(known.convenings());
    }

    /** One of those whose name many others show. */
    private String host() {
        return known.organizations().get(random.nextInt(HOSTS));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Of several lengths, some of them with what JSON writes otherwise. */
    private String words() {
        return "A \"name\" \\ \u00fcber " + Long.toString(random.nextLong(), 36).repeat(1 + random.nextInt(3));
    }
}

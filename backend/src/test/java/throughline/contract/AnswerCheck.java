package throughline.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import throughline.registry.json.Json;

/** Holds every answer of every test against the contract: its status, its headers, its type and its body. */
public final class AnswerCheck implements Filter {

    private final ServedContract contract = ServedContract.CONTRACT;

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        URI address = URI.create(request.getURI());
        if (address.getRawPath().startsWith("/api/")) {
            Set<String> headers = answer.headers().asList().stream()
                    .map(Header::getName)
                    .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
            check(
                    request.getMethod(),
                    address,
                    new Answer(answer.statusCode(), answer.contentType(), headers, text(answer)));
            if (answer.statusCode() < 300) {
                new RequestCheck(contract).check(request, address);
            }
        }
        return answer;
    }

    private static String text(Response answer) {
        byte[] bytes = answer.asByteArray();
        if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            try (GZIPInputStream zipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = zipped.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** An answer, as far as the contract speaks of it. */
    record Answer(int status, String type, Set<String> headers, String body) {}

    void check(String method, URI request, Answer answer) {
        String address = contract.address(request.getRawPath()).orElse(null);
        String operation = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        if (method.equals("OPTIONS") && answer.status() == 204) {
            return;
        }
        if (address == null || !contract.paths().path(address).has(operation)) {
            refuse(answer.status() != (address == null ? 404 : 405), method, request, "undocumented", answer);
            body("/components/responses/NotFound/content", "application/problem+json", request, answer);
            return;
        }
        String response = contract.resolved(
                ServedContract.pointer("paths", address, operation, "responses", Integer.toString(answer.status())));
        JsonNode told = contract.at(response);
        refuse(told.isMissingNode(), method, request, "undocumented status", answer);
        told.path("headers").properties().forEach(header -> {
            boolean required = contract.at(response + ServedContract.pointer("headers", header.getKey()))
                    .path("required")
                    .asBoolean();
            refuse(
                    required && !answer.headers().contains(header.getKey()),
                    method,
                    request,
                    "no " + header.getKey(),
                    answer);
        });
        if (!method.equals("HEAD")) {
            body(response + "/content", answer.type(), request, answer);
        }
    }

    private void body(String content, String type, URI request, Answer answer) {
        if (contract.at(content).isMissingNode()) {
            refuse(!answer.body().isEmpty(), "", request, "a body where there is none", answer);
            return;
        }
        String plainType = String.valueOf(type).replaceAll(";.*", "");
        String schema = content + ServedContract.pointer(plainType, "schema");
        refuse(contract.at(schema).isMissingNode(), "", request, "undocumented type " + type, answer);
        contract.wrong(meant(schema, request), parsed(answer.body()))
                .ifPresent(wrong -> refuse(true, "", request, wrong, answer));
    }

    /** Which of two alternatives a request asks for: the sparse one with {@code fields}, else the whole one. */
    private String meant(String schema, URI request) {
        if (contract.at(schema).has("anyOf")) {
            boolean sparse = String.valueOf(request.getRawQuery()).matches("(.*&)?fields=.*");
            return schema + "/anyOf/" + (sparse ? 1 : 0);
        }
        return schema;
    }

    private static JsonNode parsed(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("No JSON: " + body, broken);
        }
    }

    private static void refuse(boolean wrong, String method, URI request, String what, Answer answer) {
        if (wrong) {
            throw new AssertionError("The contract does not say so: " + what + "\n" + method + " " + request + "\n"
                    + answer.status() + " " + answer.type() + "\n" + answer.body());
        }
    }
}

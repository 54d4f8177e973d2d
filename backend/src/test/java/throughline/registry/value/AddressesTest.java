package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.imls.gov/news/2013_grant.aspx,https://www.imls.gov/news/2013_grant.aspx",
        "HTTP://WebJunction.ORG/Explore?q=A#B,http://webjunction.org/Explore?q=A#B",
        "https://studylib.net/doc/6936066/,https://studylib.net/doc/6936066/",
        "http://localhost:8080,http://localhost:8080",
        "https://[2001:DB8::1]/a,https://[2001:db8::1]/a",
        "https://bücher.example/straße,https://bücher.example/straße",
        "https://example.org/@name?mail=a@b.org,https://example.org/@name?mail=a@b.org",
        "http://info@museum.example/visit,http://museum.example/visit",
        "https://my_library.example.org/100%,https://my_library.example.org/100%"
    })
    void aWebAddressKeepsAllThatFollowsItsHost(String given, String normal) {
        assertThat(WebAddress.normalize(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "www.imls.gov",
                "ftp://imls.gov",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https:imls.gov",
                "https://user:secret@imls.gov/",
                "https://a@b@imls.gov/",
                "https://imls.gov/a b",
                " https://imls.gov/",
                "https://imls.gov/\n",
                "https://imls.gov\\@evil.example/",
                "https://imls.gov:0/",
                "https://imls.gov:99999/",
                "https://-imls.gov/",
                "https://imls..gov/",
                "https://imls.gov/\"><script>",
                "https://imls.gov/\u00A0",
                "//imls.gov/",
                "data:text/html,x"
            })
    void whatAPageMustNotLinkToIsNoWebAddress(String given) {
        assertThat(WebAddress.normalize(given)).isEmpty();
    }

    @Test
    void aWebAddressHasAtMost2048Characters() {
        String host = "https://imls.gov/";

        assertThat(WebAddress.normalize(host + "a".repeat(2048 - host.length())))
                .isPresent();
        assertThat(WebAddress.normalize(host + "a".repeat(2049 - host.length())))
                .isEmpty();
        assertThat(WebAddress.normalize(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ana.Reyes@Example.ORG,Ana.Reyes@example.org",
        "o'neil+ce@lib.state.va.us,o'neil+ce@lib.state.va.us",
        "jürgen@bücher.example,jürgen@bücher.example"
    })
    void anEmailAddressHasItsHostInLowerCase(String given, String normal) {
        assertThat(EmailAddress.normalize(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@example",
                "ana@@example.org",
                "a b@example.org",
                "ana@exa mple.org",
                ".ana@example.org",
                "ana.@example.org",
                "a..b@example.org",
                "ana@-example.org",
                "ana@example..org",
                "<ana@example.org>",
                "Ana <ana@example.org>",
                "ana@example.org\n"
            })
    void whatMailCannotReachIsNoEmailAddress(String given) {
        assertThat(EmailAddress.normalize(given)).isEmpty();
    }

    @Test
    void anEmailAddressIsAsLongAsMailAllows() {
        assertThat(EmailAddress.normalize("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.normalize("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.normalize("a@" + "b.".repeat(126) + "org")).isEmpty();
        assertThat(EmailAddress.normalize(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en,en", "EN-us,en-US", "es-419,es-419", "zh-hant-tw,zh-Hant-TW", "haw,haw", "nav,nav"})
    void aLanguageTagIsInItsCustomaryCase(String given, String normal) {
        assertThat(LanguageTag.normalize(given)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english", "en_US", "e", "qq", "en-", "-en", "x-private", "en-US-", "1234", "en us"})
    void whatIsNoLanguageHasNoTag(String given) {
        assertThat(LanguageTag.normalize(given)).isEmpty();
        assertThat(LanguageTag.normalize(null)).isEmpty();
    }
}

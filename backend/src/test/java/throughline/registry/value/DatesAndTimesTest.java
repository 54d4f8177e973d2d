package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2013,2013-01-01",
        "2013-06,2013-06-01",
        "2013-06-06,2013-06-06",
        "2024-02-29,2024-02-29",
        "1000,1000-01-01"
    })
    void aPartialDateSortsByItsFirstDayAndReadsAsItWasGiven(String given, LocalDate firstDay) {
        PartialDate date = PartialDate.parse(given).orElseThrow();

        assertThat(date.firstDay()).isEqualTo(firstDay);
        assertThat(date).hasToString(given).isEqualTo(PartialDate.parse(given).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0999",
                "0013",
                "10000",
                "13",
                "2013-6",
                "2013-13",
                "2013-00",
                "2023-02-29",
                "2026-02-30",
                "2013-06-06T09:00",
                "2013-06-06Z",
                " 2013",
                "+2013",
                "-2013",
                "2013-06-6",
                "\u0662\u0660\u0661\u0663",
                "99999-01-01"
            })
    void aPartialDateThatIsNoneIsRefused(String given) {
        assertThat(PartialDate.parse(given)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013",
                "2013-06",
                "2026-02-30",
                "0000-01-01",
                "0999-12-31",
                "99999-01-01",
                "2013-06-06Z",
                "20130606"
            })
    void aDateIsARealDayAndNothingLess(String given) {
        assertThat(DateText.normalize(given)).isEmpty();
        assertThat(DateText.normalize("2013-06-06")).contains("2013-06-06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2013-06-06",
                "2013-06-06T9:00",
                "2013-06-06T24:00",
                "2013-06-06T09:60",
                "2013-06-06T09:00:00",
                "2013-06-06T09:00Z",
                "2013-06-06T09:00-04:00",
                "2013-06-06 09:00",
                "2013-02-30T09:00",
                "0013-06-06T09:00"
            })
    void aLocalTimeHasMinutesAndNoOffset(String given) {
        assertThat(LocalDateTimeText.normalize(given)).isEmpty();
        assertThat(LocalDateTimeText.normalize("2013-06-06T09:00")).contains("2013-06-06T09:00");
    }

    @Test
    void anHourThatTheClocksLeaveOutDoesNotExist() {
        assertThat(LocalDateTimeText.existsIn("2026-03-08T02:30", "America/New_York"))
                .isFalse();
        assertThat(LocalDateTimeText.existsIn("2026-03-08T02:30", "America/Phoenix"))
                .isTrue();
        assertThat(LocalDateTimeText.existsIn("2026-11-01T01:30", "America/New_York"))
                .as("it comes twice")
                .isTrue();
        assertThat(LocalDateTimeText.existsIn("2026-03-08T03:30", "Nowhere/Land"))
                .isFalse();
    }

    @Test
    void aTimeZoneIsOneOfTheNamesThatTheIanaDatabaseHas() {
        assertThat(TimeZoneName.normalize("America/New_York")).contains("America/New_York");
        assertThat(TimeZoneName.normalize("UTC")).contains("UTC");
        assertThat(TimeZoneName.normalize("Pacific/Guam")).isPresent();
        for (String none :
                new String[] {null, "", "EDT", "+05:00", "UTC+1", "america/new_york", "SystemV/EST5EDT", "US"}) {
            assertThat(TimeZoneName.normalize(none)).as(none).isEmpty();
        }
    }
}

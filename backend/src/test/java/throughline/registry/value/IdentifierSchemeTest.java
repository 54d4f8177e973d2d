package throughline.registry.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierSchemeTest {

    @ParameterizedTest
    @EnumSource
    void theExampleOfASchemeIsInItsNormalForm(IdentifierScheme scheme) {
        assertThat(scheme.normalize(scheme.example())).contains(scheme.example());
        assertThat(IdentifierScheme.of(scheme.code())).contains(scheme);
    }

    @Test
    void codesAndLabelsAreDistinctAndAnUnknownCodeIsNoScheme() {
        assertThat(Arrays.stream(IdentifierScheme.values()).map(IdentifierScheme::code))
                .doesNotHaveDuplicates()
                .hasSize(18);
        assertThat(Arrays.stream(IdentifierScheme.values()).map(IdentifierScheme::label))
                .doesNotHaveDuplicates();
        assertThat(IdentifierScheme.of("ROR")).isEmpty();
        assertThat(IdentifierScheme.of(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ror,https://ror.org/030PRV062,030prv062",
        "ror,05asf4e91,05asf4e91",
        "ror,01kj2bm70,01kj2bm70",
        "isni,0000 0001 2214 8522,0000000122148522",
        "isni,https://isni.org/isni/0000000122148522,0000000122148522",
        "isni,0000-0000-0000-001x,000000000000001X",
        "wikidata,https://www.wikidata.org/wiki/Q6040649,Q6040649",
        "wikidata,q6040649,Q6040649",
        "crossref-funder,https://doi.org/10.13039/100000208,100000208",
        "grid,GRID.431754.0,grid.431754.0",
        "ein,63-1162561,631162561",
        "uei,yndumuzf8h80,YNDUMUZF8H80",
        "fscs,ak0001,AK0001",
        "pls-libid,AK0001-002,AK0001-002",
        "isil,us-dlc,US-dlc",
        "imls-log,re-00-13-0092-13,RE-00-13-0092-13",
        "imls-log,IA-00-00-0001-00,IA-00-00-0001-00",
        "imls-log,LG-246285-OLS-20,LG-246285-OLS-20",
        "imls-log,MA-246285-OMS-20,MA-246285-OMS-20",
        "assistance-listing,45.313,45.313",
        "doi,https://doi.org/10.3233/EFI-190311,10.3233/efi-190311",
        "doi,doi:10.3233/EFI-190311,10.3233/efi-190311",
        "url,HTTPS://WWW.IMLS.gov/News,https://www.imls.gov/News",
        "fscs,' AK0001 ',AK0001"
    })
    void aGoodValueIsKeptInItsNormalForm(String scheme, String value, String normal) {
        assertThat(IdentifierScheme.of(scheme).orElseThrow().normalize(value)).contains(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "ror,030prv063",
        "ror,030prv06",
        "ror,130prv062",
        "ror,030plv062",
        "ror,030rpv062",
        "isni,0000000122148523",
        "isni,000000012214852",
        "isni,0000000000000000",
        "isni,000000012214852X",
        "wikidata,Q0",
        "wikidata,P31",
        "wikidata,6040649",
        "crossref-funder,200000208",
        "crossref-funder,1000002080",
        "ein,6-31162561",
        "ein,63116256",
        "ein,63-116256A",
        "uei,YNDUZMUZF8H",
        "uei,YNDUZMUZF8HO",
        "uei,YNDUZMUZF8HI",
        "fscs,AK001",
        "fscs,A10001",
        "fscs,AK0001-002",
        "imls-log,RE-00-15-0104",
        "imls-log,LG-24628-OLS-20",
        "imls-log,LG-246285-XYZ-20",
        "assistance-listing,45.3133",
        "assistance-listing,45313",
        "doi,11.1/x",
        "doi,10.3233",
        "url,ftp://example.org/",
        "url,imls.gov",
        "isil,DLC",
        "360g,GB-COH-1",
        "fscs,\u0391\u039A0001",
        "fscs,AK000\u0661",
        "ein,''"
    })
    void aValueThatTheSchemeCannotHaveGivenOutIsRefused(String scheme, String value) {
        assertThat(IdentifierScheme.of(scheme).orElseThrow().normalize(value)).isEmpty();
    }

    @Test
    void anySingleWrongDigitOfAnIsniIsNoticed() {
        String isni = "0000000122148522";
        for (int place = 0; place < isni.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = isni.substring(0, place) + digit + isni.substring(place + 1);
                assertThat(IdentifierScheme.ISNI.normalize(other).isPresent()).isEqualTo(other.equals(isni));
            }
        }
        assertThat(IdentifierScheme.ISNI.normalize(null)).isEmpty();
    }
}

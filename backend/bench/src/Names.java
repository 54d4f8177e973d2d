package throughline.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Names of people and towns as the United States have them, made up of parts: some in every state, most rare. */
final class Names {

    private static final String[] BEGINNINGS = words(
            "Ab Al An Ar As Ash Bal Bar Bel Ben Ber Black Blair Bran Bre Brook Burn Cal Cam "
                    + "Car Chat Clar Clay Col Cor Cran Dal Dan Dar Del Den Der Dun East Ed El Em Fair Far Fer Fin Frank Gal Gar Glen Gran Green "
                    + "Hal Ham Har Haw Hay Hen Hill Hol Hud Hunt Iron Jack Jas Jef Ken Kings Kirk Lam Lan Law Lex Lin Lock Long Lud Mad Man Mar "
                    + "Mel Mer Mil Mon Mor Nash Nel New Nor Oak Ol Or Pal Par Pem Per Pine Pres Quin Ran Red Ridge Rip Ros Row Rush Sal San Sel "
                    + "Shel Sher Sil Spring Stan Ster Sum Sut Tal Tem Thorn Til Trent Tur Up Val Ver Vin Wake Wal War Wat Wes White Wil Win Wood");
    private static final String[] TOWN_ENDINGS = words(
            "ton ville burg field ford port dale wood mont land view brook ridge haven "
                    + "chester bury mouth stead gate bridge worth ham cliff shire bend crest grove hurst lake mere point side spring vale well wick");
    private static final String[] FAMILY_ENDINGS = words(
            "son man er sen ley ner ders kins ard bert rick rell ling ston win nett den "
                    + "dell mer vin nell sby ters ver wick cher dine gan kell lard mond ney quist rand sell tin vey yer zell baum");
    private static final String[] FIRST =
            words("Ada Alice Amir Ana Ben Carla Carmen Chen Clara Daniel Diego Elena Emeka Esther Fatima "
                    + "Grace Hana Henry Ida Ines Ivan James Jamal Joan Jorge Karen Kim Lena Leo Lucia Maria Mark Mei Miguel Nadia Nora Olga Omar "
                    + "Paul Priya Rosa Ruth Sam Sara Tara Thomas Uma Victor Wanda Yusuf Zoe");
    private static final int SHARED_TOWNS = 40;

    private final List<String> towns = new ArrayList<>();
    private final List<String> families = new ArrayList<>();

    Names(Random random) {
        Set<String> seen = new HashSet<>();
        while (towns.size() < 4_000) {
            add(towns, seen, pick(random, BEGINNINGS) + pick(random, TOWN_ENDINGS));
        }
        while (families.size() < 3_000) {
            add(families, seen, pick(random, BEGINNINGS) + pick(random, FAMILY_ENDINGS));
        }
    }

    private static void add(List<String> names, Set<String> seen, String name) {
        if (seen.add(name)) {
            names.add(name);
        }
    }

    /** A town of a state: one of forty that most states have, or one of its own, the first of which are large. */
    String town(Random random, int state) {
        if (random.nextInt(8) == 0) {
            return towns.get(random.nextInt(SHARED_TOWNS));
        }
        double skewed = random.nextDouble() * random.nextDouble();
        return towns.get(SHARED_TOWNS + (state * 61 + (int) (skewed * 220)) % (towns.size() - SHARED_TOWNS));
    }

    String family(Random random) {
        return families.get((int) (random.nextDouble() * random.nextDouble() * families.size()));
    }

    String first(Random random) {
        return pick(random, FIRST);
    }

    static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    static String[] words(String text) {
        return text.split(" ");
    }
}

package throughline.bench;

import java.util.Random;

/** The states and territories, drawn as their people are spread. */
final class States {

    /** Each state with its share of the people. */
    private static final String[] STATES =
            Names.words("AL:50 AK:7 AZ:73 AR:30 CA:390 CO:58 CT:36 DE:10 FL:218 GA:108 HI:14 ID:19 IL:126"
                    + " IN:68 IA:32 KS:29 KY:45 LA:46 ME:14 MD:62 MA:70 MI:100 MN:57 MS:29 MO:62 MT:11 NE:20 NV:31 NH:14 NJ:93 NM:21 NY:197"
                    + " NC:105 ND:8 OH:118 OK:40 OR:42 PA:130 RI:11 SC:52 SD:9 TN:70 TX:295 UT:33 VT:6 VA:87 WA:77 WV:18 WI:59 WY:6 DC:7 AS:1"
                    + " GU:2 MP:1 PR:33 VI:1 FM:1 MH:1 PW:1");

    private final Random random;
    private final int[] shares = new int[STATES.length];

    States(Random random) {
        this.random = random;
        int sum = 0;
        for (int i = 0; i < STATES.length; i++) {
            sum += Integer.parseInt(STATES[i].substring(3));
            shares[i] = sum;
        }
    }

    static int count() {
        return STATES.length;
    }

    static String code(int state) {
        return STATES[state].substring(0, 2);
    }

    int draw() {
        int drawn = random.nextInt(shares[shares.length - 1]);
        int state = 0;
        while (shares[state] <= drawn) {
            state++;
        }
        return state;
    }
}

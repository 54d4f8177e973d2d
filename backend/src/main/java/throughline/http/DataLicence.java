package throughline.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Under what terms anyone may use the records. */
@ConfigMapping(prefix = "throughline.data-licence")
interface DataLicence {

    @WithDefault("CC0 1.0 Universal")
    String name();

    @WithDefault("https://creativecommons.org/publicdomain/zero/1.0/")
    String url();
}

package throughline.registry.read;

import throughline.registry.clock.RegistryNumber;

/**
 * One record's answer, and its tag.
 *
 * @param number of the registry when it was read
 */
public record OneRecord(String document, String tag, RegistryNumber number) {}

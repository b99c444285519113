// The texts of the provision `it`, and of a division those of its sections.
{level: it.level, own: ${regulation/texts}, units: ${regulation/unit-texts}}

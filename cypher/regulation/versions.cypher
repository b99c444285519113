// What is known over time of the provision `it`, and of a division also what is known of its sections.
{level: it.level, place: ${regulation/in-time}, units: ${regulation/unit-texts}}

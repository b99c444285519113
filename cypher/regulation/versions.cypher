// What is known over time of the provision `it`, and of a division what is known of its sections, with the sources of their texts.
{
  level: it.level, place: ${regulation/in-time}, units: ${regulation/unit-texts},
  sources: CASE WHEN it.level IN ['PART', 'SUBPART', 'SUBJECT_GROUP'] THEN COLLECT {
    MATCH (edition:Source)
    WHERE edition.id IN [day IN it.observedOn | replace(it.textSource, right(it.textSource, 10), day)]
    RETURN edition {.id, .name, .url, .retrieved, .sha256}
  } END
}

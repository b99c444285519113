// What is known over time of each section and appendix inside the provision of the coverage `node`. Null above a part: that
// would be the text of the whole law.
CASE WHEN node.provision.level IN ['TITLE', 'SUBTITLE', 'CHAPTER', 'SUBCHAPTER'] THEN null ELSE COLLECT {
  MATCH (part:Regulation)-[:PART_OF*1..8]->(place:Regulation)
  WHERE place = node.provision AND part.level IN ['SECTION', 'APPENDIX'] AND ${days/stood(part)}
  WITH DISTINCT part
  RETURN ${regulation/in-time(part)}
} END

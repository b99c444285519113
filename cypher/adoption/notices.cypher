// What is known about the enforcement of an adoption, from parallel lists; '' means "no date".
UNWIND range(0, size(coalesce(parent.said.noticeKinds, [])) - 1) AS position
WITH position, {
  kind: parent.said.noticeKinds[position],
  text: parent.said.noticeTexts[position],
  from: nullIf(parent.said.noticeFrom[position], ''),
  to: nullIf(parent.said.noticeTo[position], ''),
  sourceId: parent.said.noticeSources[position]
} AS node
ORDER BY position

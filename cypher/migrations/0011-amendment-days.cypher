// The days on which a section was amended.
CREATE INDEX glossograph_amendment_days_unit IF NOT EXISTS FOR (node:AmendmentDays) ON (node.unitId);
CREATE INDEX glossograph_amendment_days_origin IF NOT EXISTS FOR (node:AmendmentDays) ON (node.origin);

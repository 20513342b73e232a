-- Statements with their article; "due" is the last day that the deadline can mean.
CREATE OR REPLACE VIEW claims AS
SELECT
    s.article, a.published, a.source, s.label, s.holder_name AS holder, s.holder_label,
    s.addressee_name AS addressee, s.reported_by_name AS reported_by, s.text, s.deadline,
    coalesce(
        (SELECT max(d.latest) FROM dates d
         WHERE d.article = s.article AND (d.value = s.deadline OR d.value LIKE '%/' || s.deadline)),
        CASE length(s.deadline)
            WHEN 10 THEN try_cast(s.deadline AS DATE)
            WHEN 7 THEN last_day(try_cast(s.deadline || '-01' AS DATE))
            WHEN 4 THEN try_cast(s.deadline || '-12-31' AS DATE)
        END
    ) AS due,
    s.modality, s.confidence, s.explanation, s.start, s."end"
FROM statements s JOIN articles a ON a.id = s.article;

CREATE OR REPLACE VIEW pledges AS
SELECT * EXCLUDE (label) FROM claims WHERE label = 'pledge' ORDER BY holder, deadline;

CREATE OR REPLACE VIEW proposals AS
SELECT * EXCLUDE (label) FROM claims WHERE label = 'proposal' ORDER BY holder;

CREATE OR REPLACE VIEW endorsements AS
SELECT * EXCLUDE (label) FROM claims WHERE label = 'endorsement' ORDER BY holder;

-- What each statement measures: one row a quantity.
CREATE OR REPLACE VIEW amounts AS
SELECT
    s.article, s.label, s.holder_name AS holder, s.deadline, q.text AS quantity, q.value, q.low,
    q.high, q.unit, q.dimension, q.modifier, s.text
FROM statements s
JOIN quantities q ON q.article = s.article AND list_contains(s.quantities, q.position);

-- How much each actor claims.
CREATE OR REPLACE VIEW holders AS
SELECT
    holder_name AS holder, any_value(holder_label) AS label, count(*) AS statements,
    count(*) FILTER (label = 'pledge') AS pledges,
    count(*) FILTER (label = 'proposal') AS proposals,
    count(*) FILTER (label = 'endorsement') AS endorsements,
    count(DISTINCT article) AS articles
FROM statements WHERE holder_name IS NOT NULL GROUP BY holder_name ORDER BY statements DESC;

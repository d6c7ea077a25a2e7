-- Cases in which somebody wrote or said the words; those said last first. `place` says where, the nearest to the adviser's own
-- hand first. Of the caseloads in `.id.id.`, or of all.
SELECT c.id, c.number, c.child, c.state, c.level, c.caseworker, c.opened_on, c.opened_by, c.closed_on, c.priority, c.waiting_since,
    c.waiting_reason, c.version, said.place
FROM casework_case c
JOIN (
    SELECT case_id, MAX(said_on) AS said_on, MIN(place) AS place FROM (
        SELECT case_id, about_on AS said_on, 1 AS place FROM casework_note WHERE agency = ? AND LOWER(words) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT case_id, taken_on AS said_on, 2 AS place FROM casework_contact
        WHERE agency = ? AND case_id IS NOT NULL AND LOWER(story) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT case_id, done_on AS said_on, 3 AS place FROM casework_action WHERE agency = ? AND LOWER(what) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT step.case_id, step.advised_on AS said_on, 4 AS place
        FROM casework_next_step AS step
        LEFT JOIN casework_next_step_result AS learnt ON learnt.agency = step.agency AND learnt.next_step = step.id
        WHERE step.agency = ? AND LOWER(step.place || ' ' || step.advised || ' ' || COALESCE(learnt.note, '')) LIKE ? ESCAPE '!'
          AND COALESCE((SELECT last.result FROM casework_next_step_result AS last
                        WHERE last.agency = step.agency AND last.next_step = step.id
                        ORDER BY last.place DESC LIMIT 1), '') <> 'mistake'
        UNION ALL
        SELECT thread.case_id, SUBSTR(message.said_at, 1, 10) AS said_on, 5 AS place
        FROM casework_message AS message
        JOIN casework_thread AS thread ON thread.agency = message.agency AND thread.id = message.thread
        WHERE message.agency = ? AND LOWER(message.words) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT case_id, SUBSTR(told_at, 1, 10) AS said_on, 6 AS place FROM casework_account
        WHERE agency = ? AND LOWER(happened || ' ' || felt || ' ' || wanted || ' ' || trusted) LIKE ? ESCAPE '!'
        UNION ALL
        SELECT event.case_id, SUBSTR(fact.told_at, 1, 10) AS said_on, 7 AS place
        FROM casework_event_fact AS fact
        JOIN casework_event AS event ON event.agency = fact.agency AND event.id = fact.event
        WHERE fact.agency = ? AND fact.name IN ('what_was_said', 'reason_given', 'back_agreed')
          AND LOWER(fact.value) LIKE ? ESCAPE '!'
          AND NOT EXISTS (SELECT 1 FROM casework_event_fact AS later
                          WHERE later.agency = fact.agency AND later.event = fact.event AND later.name = fact.name
                            AND later.version > fact.version)
        UNION ALL
        SELECT case_id, received_on AS said_on, 8 AS place FROM casework_attachment
        WHERE agency = ? AND LOWER(name) LIKE ? ESCAPE '!'
    ) one
    GROUP BY case_id
) said ON said.case_id = c.id
WHERE c.agency = ?
  AND (? = '' OR ? LIKE '%' || COALESCE(c.caseworker, c.opened_by) || '%')
ORDER BY said.said_on DESC, c.number DESC
LIMIT ?

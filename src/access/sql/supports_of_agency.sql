SELECT access_support.support, access_support.user_id, access_support.reason, access_support.given_by, access_support.given_at,
    access_support.ends_at, access_support.ended_at, access_user.name, access_user.email
FROM access_support
JOIN access_user ON access_user.agency = access_support.agency AND access_user.user_id = access_support.user_id
WHERE access_support.agency = ?
ORDER BY access_support.given_at DESC, access_support.support

-- What an article's hit is shown from, by the number of the article's row in the index
-- (src/search/shown-text.ts). Made of what is published already, with `chr(31)` between texts.
CREATE TABLE "SearchText" (
    "rowid" BIGINT NOT NULL PRIMARY KEY,
    "shown" TEXT NOT NULL,
    "texts" TEXT NOT NULL
);
INSERT INTO "SearchText" ("rowid", "shown", "texts")
SELECT a."last",
    json_build_object(
        'article', json_build_object(
            'id', p."id",
            'slug', p."slug",
            'headline', p."document"::json->>'headline',
            'url', p."document"::json->>'url',
            'publishedAt', p."document"::json->>'publishedAt'
        ),
        'summary', p."document"::json->>'summary',
        'turns', (
            SELECT coalesce(json_agg(t."id" ORDER BY t."position"), '[]'::json)
            FROM "PublishedTurn" t WHERE t."articleId" = p."id"
        )
    )::text,
    (p."document"::json->>'bodyText') || (
        SELECT coalesce(string_agg(chr(31) || (t."document"::json->>'plainText'), '' ORDER BY t."position"), '')
        FROM "PublishedTurn" t WHERE t."articleId" = p."id"
    )
FROM "SearchArticle" a JOIN "PublishedArticle" p ON p."id" = a."articleId";

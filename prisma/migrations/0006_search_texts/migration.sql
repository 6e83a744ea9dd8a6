-- What an article's hit is shown from, by the number of the article's row in the index
-- (src/search/shown-text.ts). Made of what is published already, with `char(31)` between texts.
CREATE TABLE "SearchText" (
    "rowid" INTEGER NOT NULL PRIMARY KEY,
    "shown" TEXT NOT NULL,
    "texts" TEXT NOT NULL
);
INSERT INTO "SearchText" ("rowid", "shown", "texts")
SELECT a."last",
    json_object(
        'article', json_object(
            'id', p."id",
            'slug', p."slug",
            'headline', json_extract(p."document", '$.headline'),
            'url', json_extract(p."document", '$.url'),
            'publishedAt', json_extract(p."document", '$.publishedAt')
        ),
        'summary', json_extract(p."document", '$.summary'),
        'turns', (
            SELECT json_group_array(t."id" ORDER BY t."position")
            FROM "PublishedTurn" t WHERE t."articleId" = p."id"
        )
    ),
    json_extract(p."document", '$.bodyText') || (
        SELECT ifnull(group_concat(char(31) || json_extract(t."document", '$.plainText'), '' ORDER BY t."position"), '')
        FROM "PublishedTurn" t WHERE t."articleId" = p."id"
    )
FROM "SearchArticle" a JOIN "PublishedArticle" p ON p."id" = a."articleId";

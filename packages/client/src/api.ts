// Made from openapi.yaml by `npm run client:types`. Changes are made there.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find out what is here
         * @description A page that leads to the documentation, to this document and to what is public.
         */
        get: operations["readRoot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{hash}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a picture
         * @description A published picture in one of its widths, as the renditions of a document name it. What no public document shows is 404.
         */
        get: operations["readPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Browse this document
         * @description All operations in a browser; nothing is loaded from elsewhere.
         */
        get: operations["readDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a problem means
         * @description Where the `type` of a problem document points to.
         */
        get: operations["readProblemPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the site as Atom
         * @description The newest 30 articles, with their corrections. `/v1/articles` has all of them, in pages.
         */
        get: operations["readSiteAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the site as JSON Feed 1.1
         * @description The newest 30 articles, with their corrections. `/v1/articles` has all of them, in pages.
         */
        get: operations["readSiteJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/figures/{slug}/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a figure as Atom
         * @description The newest 30 claims about a figure. `/v1/claims?figure=` has all of them, in pages.
         */
        get: operations["readFigureAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/figures/{slug}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a figure as JSON Feed 1.1
         * @description The newest 30 claims about a figure. `/v1/claims?figure=` has all of them, in pages.
         */
        get: operations["readFigureJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/figures/{slug}/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a figure as RSS 2.0
         * @description The newest 30 claims about a figure. `/v1/claims?figure=` has all of them, in pages.
         */
        get: operations["readFigureRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the site as RSS 2.0
         * @description The newest 30 articles, with their corrections. `/v1/articles` has all of them, in pages.
         */
        get: operations["readSiteRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sections/{slug}/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a section as Atom
         * @description The newest 30 articles of a section. `/v1/articles?section=` has all of them, in pages.
         */
        get: operations["readSectionAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sections/{slug}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a section as JSON Feed 1.1
         * @description The newest 30 articles of a section. `/v1/articles?section=` has all of them, in pages.
         */
        get: operations["readSectionJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sections/{slug}/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a section as RSS 2.0
         * @description The newest 30 articles of a section. `/v1/articles?section=` has all of them, in pages.
         */
        get: operations["readSectionRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sources/{slug}/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a source as Atom
         * @description The newest 30 of what someone said: quotes, claims and turns. `/v1/quotes`, `/v1/claims` and `/v1/turns` have all of it, in pages.
         */
        get: operations["readSourceAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sources/{slug}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a source as JSON Feed 1.1
         * @description The newest 30 of what someone said: quotes, claims and turns. `/v1/quotes`, `/v1/claims` and `/v1/turns` have all of it, in pages.
         */
        get: operations["readSourceJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/sources/{slug}/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a source as RSS 2.0
         * @description The newest 30 of what someone said: quotes, claims and turns. `/v1/quotes`, `/v1/claims` and `/v1/turns` have all of it, in pages.
         */
        get: operations["readSourceRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/tags/{slug}/atom.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a tag as Atom
         * @description The newest 30 articles with a tag. `/v1/articles?tag=` has all of them, in pages.
         */
        get: operations["readTagAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/tags/{slug}/feed.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a tag as JSON Feed 1.1
         * @description The newest 30 articles with a tag. `/v1/articles?tag=` has all of them, in pages.
         */
        get: operations["readTagJsonFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/tags/{slug}/rss.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a tag as RSS 2.0
         * @description The newest 30 articles with a tag. `/v1/articles?tag=` has all of them, in pages.
         */
        get: operations["readTagRss"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description Answers as long as the process lives.
         */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read metrics
         * @description What Prometheus scrapes: of the process, of the cache and of the desk.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news-sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the news sitemap
         * @description What was first published in the last 48 hours, at most 1,000 articles.
         */
        get: operations["readNewsSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this document as JSON
         * @description OpenAPI 3.1, made from the schemas that requests are checked with.
         */
        get: operations["readOpenApiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this document as YAML
         * @description The same document as /openapi.json.
         */
        get: operations["readOpenApiYaml"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it serve
         * @description Answers 503 with the reasons while the database is out of reach or the process is ending, and once a newer version has migrated the database.
         */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/robots.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the rules for crawlers
         * @description Where the sitemaps are, and that desk and previews are nothing for crawlers.
         */
        get: operations["readRobots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemap.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sitemaps
         * @description The index of the sitemaps, which hold some 5,000 addresses each.
         */
        get: operations["readSitemapIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sitemaps/{page}.xml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sitemap
         * @description The addresses of published articles, and when they last changed.
         */
        get: operations["readSitemap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List published articles
         * @description Summaries, newest first unless ordered otherwise.
         */
        get: operations["listArticles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a published article
         * @description The whole article: body, interviews with their turns, quotes, claims, sources and corrections. `Accept` asks for JSON-LD, ninjs or Markdown instead.
         */
        get: operations["readArticle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s claims
         * @description The claims of one article, in their order.
         */
        get: operations["listArticleClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s corrections
         * @description What was wrong in earlier editions, newest first.
         */
        get: operations["listArticleCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s editions
         * @description What was public, when, and why it changed; newest first.
         */
        get: operations["listArticleEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/editions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an edition
         * @description The article as it was published then, byte for byte.
         */
        get: operations["readArticleEdition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/jsonld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article as JSON-LD
         * @description schema.org’s NewsArticle, for pages and search engines.
         */
        get: operations["readArticleJsonLd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/markdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article as Markdown
         * @description Text with its quotes’ and claims’ sources as footnotes.
         */
        get: operations["readArticleMarkdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/ninjs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article as ninjs
         * @description IPTC ninjs, for agencies: version 3.1, or 1.6.
         */
        get: operations["readArticleNinjs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s quotes
         * @description The quotes of one article, in their order.
         */
        get: operations["listArticleQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/articles/{slug}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s turns
         * @description The turns of one article, in their order.
         */
        get: operations["listArticleTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what changed in public
         * @description Everything that the public saw change, in order and without gaps, deletions and retractions included. Remember the `seq` that was handled last and go on `after` it.
         *
         *     Read from the beginning it rebuilds the public state: the last `data` of an article, source or figure is its document, `null` that there is none, a retraction’s notice that it answers 410. The document of a turn, quote or claim is its part of the article with, for turns, the `interview` and then the `article` as `{id, slug, headline, url, publishedAt}`.
         *
         *     `after=latest` answers an empty page that says where the log ends. A page holds some megabytes at most, and fewer changes than `limit` where their documents are large. A place that is no longer kept is 410 `changes-expired` and says where to start again.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what changes in public
         * @description Server-sent events: the entries of `/v1/changes` in their order, first those since the position and then each as it happens. `id` is the `seq`; a browser’s `EventSource` resumes with it by itself, so that a broken connection loses nothing and repeats nothing. A comment every 15 seconds keeps the connection open. A reader that takes nothing for 30 seconds is disconnected and can resume.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List claims
         * @description What sources say figures are. Bounds stay bounds: “over 7,000” has a low of 7000 and no high.
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim
         * @description One claim, with the article that it stands in.
         */
        get: operations["readClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was published about a claim
         * @description Every edition that published, changed, corrected or left out the claim, newest first. It goes on answering when the present edition no longer holds the claim.
         */
        get: operations["listClaimEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List corrections and retractions
         * @description Every correction and retraction, newest first.
         */
        get: operations["listCorrections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List articles at the desk
         * @description All articles in all states, last changed first.
         *
         *     Role: reader.
         */
        get: operations["listDeskArticles"];
        put?: never;
        /**
         * Create an article
         * @description Creates a whole article with its turns, quotes and claims. It is always a draft.
         *
         *     Role: writer.
         */
        post: operations["createArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an article at the desk
         * @description The newest revision, whether it is public or not.
         *
         *     Role: reader.
         */
        get: operations["readDeskArticle"];
        put?: never;
        post?: never;
        /**
         * Delete an article
         * @description Only what was never public can be deleted; anything else is withdrawn or retracted.
         *
         *     Role: writer.
         */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        /**
         * Change an article
         * @description JSON Merge Patch. Makes a new revision; what is public stays as it is until it is published again.
         *
         *     Role: writer.
         */
        patch: operations["updateArticle"];
        trace?: never;
    };
    "/v1/desk/articles/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check an article
         * @description Runs the checks of a publication and changes nothing. `ok` says whether it could be published.
         *
         *     Role: reader.
         */
        post: operations["checkArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s claims
         * @description The claims of the newest revision, in their order.
         *
         *     Role: reader.
         */
        get: operations["listDeskClaims"];
        put?: never;
        /**
         * Add a claim
         * @description Adds one claim to an article. The ETag is the article’s.
         *
         *     Role: writer.
         */
        post: operations["createClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/claims/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a claim at the desk
         * @description One claim of the newest revision.
         *
         *     Role: reader.
         */
        get: operations["readDeskClaim"];
        put?: never;
        post?: never;
        /**
         * Take a claim out
         * @description Makes a new revision without it. What was published stays on record in its editions.
         *
         *     Role: writer.
         */
        delete: operations["deleteClaim"];
        options?: never;
        head?: never;
        /**
         * Change a claim
         * @description JSON Merge Patch. Makes a new revision of the article, whose ETag is answered.
         *
         *     Role: writer.
         */
        patch: operations["updateClaim"];
        trace?: never;
    };
    "/v1/desk/articles/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a correction
         * @description Publishes the newest revision as a correction, with the note that readers see.
         *
         *     Role: editor.
         */
        post: operations["correctArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/interviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s interviews
         * @description The interviews of the newest revision, in their order.
         *
         *     Role: reader.
         */
        get: operations["listDeskInterviews"];
        put?: never;
        /**
         * Add an interview
         * @description Adds one interview to an article. The ETag is the article’s.
         *
         *     Role: writer.
         */
        post: operations["createInterview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/interviews/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an interview at the desk
         * @description One interview of the newest revision.
         *
         *     Role: reader.
         */
        get: operations["readDeskInterview"];
        put?: never;
        post?: never;
        /**
         * Take an interview out
         * @description Makes a new revision without it. What was published stays on record in its editions.
         *
         *     Role: writer.
         */
        delete: operations["deleteInterview"];
        options?: never;
        head?: never;
        /**
         * Change an interview
         * @description JSON Merge Patch. Makes a new revision of the article, whose ETag is answered.
         *
         *     Role: writer.
         */
        patch: operations["updateInterview"];
        trace?: never;
    };
    "/v1/desk/articles/{id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s preview links
         * @description All of them, newest first, without their secrets.
         *
         *     Role: reader.
         */
        get: operations["listPreviews"];
        put?: never;
        /**
         * Create a preview link
         * @description Whoever holds the link sees the newest revision of this article, without a token, until it expires (after 72 hours if not said otherwise) or is revoked. The link is in this answer and nowhere else.
         *
         *     Role: writer.
         */
        post: operations["createPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish an article
         * @description Publishes the newest revision as the next edition, if the gate lets it through. An update that changes anchored words needs a note. With `embargoUntil` in the future it is scheduled for then, and nothing about it is public before.
         *
         *     Role: editor.
         */
        post: operations["publishArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s quotes
         * @description The quotes of the newest revision, in their order.
         *
         *     Role: reader.
         */
        get: operations["listDeskQuotes"];
        put?: never;
        /**
         * Add a quote
         * @description Adds one quote to an article. The ETag is the article’s.
         *
         *     Role: writer.
         */
        post: operations["createQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/quotes/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a quote at the desk
         * @description One quote of the newest revision.
         *
         *     Role: reader.
         */
        get: operations["readDeskQuote"];
        put?: never;
        post?: never;
        /**
         * Take a quote out
         * @description Makes a new revision without it. What was published stays on record in its editions.
         *
         *     Role: writer.
         */
        delete: operations["deleteQuote"];
        options?: never;
        head?: never;
        /**
         * Change a quote
         * @description JSON Merge Patch. Makes a new revision of the article, whose ETag is answered.
         *
         *     Role: writer.
         */
        patch: operations["updateQuote"];
        trace?: never;
    };
    "/v1/desk/articles/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a revision
         * @description Saves an earlier revision again, as the newest one. What is public and what is scheduled stay as they are.
         *
         *     Role: writer.
         */
        post: operations["restoreRevision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retract an article
         * @description The wire answers 410 with the notice, for the article and all its parts. It can’t be undone.
         *
         *     Role: editor.
         */
        post: operations["retractArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s revisions
         * @description Every saved state, newest first: who, when and why.
         *
         *     Role: reader.
         */
        get: operations["listRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/revisions/{from}/diff/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two revisions
         * @description What was changed to get from the one to the other: fields by name; interviews, turns, quotes and claims by id; changed words in texts.
         *
         *     Role: reader.
         */
        get: operations["compareRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/revisions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a revision
         * @description The article as it was saved then.
         *
         *     Role: reader.
         */
        get: operations["readRevision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule an article
         * @description Publishes the present revision at a time. The gate runs now and again then; should it refuse it then, `scheduleFailure` says why. Revisions that are saved meanwhile do not go out with it.
         *
         *     Role: editor.
         */
        post: operations["scheduleArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an article’s turns
         * @description The turns of the newest revision, in their order.
         *
         *     Role: reader.
         */
        get: operations["listDeskTurns"];
        put?: never;
        /**
         * Add a turn
         * @description Adds one turn to an article. The ETag is the article’s.
         *
         *     Role: writer.
         */
        post: operations["createTurn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/turns/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a turn at the desk
         * @description One turn of the newest revision.
         *
         *     Role: reader.
         */
        get: operations["readDeskTurn"];
        put?: never;
        post?: never;
        /**
         * Take a turn out
         * @description Makes a new revision without it. What was published stays on record in its editions.
         *
         *     Role: writer.
         */
        delete: operations["deleteTurn"];
        options?: never;
        head?: never;
        /**
         * Change a turn
         * @description JSON Merge Patch. Makes a new revision of the article, whose ETag is answered.
         *
         *     Role: writer.
         */
        patch: operations["updateTurn"];
        trace?: never;
    };
    "/v1/desk/articles/{id}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an article off the schedule
         * @description What is public stays as it is, and an embargo goes on.
         *
         *     Role: editor.
         */
        post: operations["unscheduleArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/articles/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw an article
         * @description Takes it off the wire, which then answers 404. It can be published again.
         *
         *     Role: editor.
         */
        post: operations["withdrawArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pictures
         * @description All pictures, newest first.
         *
         *     Role: reader.
         */
        get: operations["listAssets"];
        put?: never;
        /**
         * Upload a picture
         * @description Takes a form with one file. Its type is told by its content; it is drawn anew in fixed widths, upright and without its metadata. 409 when the same file was uploaded before.
         *
         *     Role: writer.
         */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a picture
         * @description What is said about it, and its renditions, which need a token here.
         *
         *     Role: reader.
         */
        get: operations["readAsset"];
        put?: never;
        post?: never;
        /**
         * Delete a picture
         * @description 409 while an article shows it, or when an edition ever showed it.
         *
         *     Role: editor.
         */
        delete: operations["deleteAsset"];
        options?: never;
        head?: never;
        /**
         * Change what is said about a picture
         * @description Everything published that shows it is shown anew. 202 when that is much: Location is the job that goes on with it.
         *
         *     Role: writer.
         */
        patch: operations["changeAsset"];
        trace?: never;
    };
    "/v1/desk/assets/{id}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a rendition of a picture
         * @description The picture itself, published or not, in one of its widths and types.
         *
         *     Role: reader.
         */
        get: operations["readAssetRendition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit
         * @description Every desk write, newest first. Each entry’s hash covers the one before.
         *
         *     Role: admin.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create, update and publish many articles
         * @description A line of JSON for each change, a line of JSON for what became of it, in their order. Each line is a change of its own: one that is refused leaves the others as they are, and when the connection breaks, what was done stays. With `atomic=true` all are done or none: the first line that is refused refuses the request. With an Idempotency-Key the request can be sent again: what was done is answered again, and the rest is done.
         *
         *     Role: writer.
         */
        post: operations["bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find turns, quotes and figures in a text
         * @description Answers suggestions with offsets and confidence. Nothing is kept.
         *
         *     Role: writer.
         */
        post: operations["extract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List figures
         * @description All figures, oldest first; those that were merged into another are left out.
         *
         *     Role: reader.
         */
        get: operations["listDeskFigures"];
        put?: never;
        /**
         * Create a figure
         * @description A new figure. It is public once something published refers to it.
         *
         *     Role: editor.
         */
        post: operations["createFigure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/figures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure at the desk
         * @description By id or slug. A merged figure leads to the one that it became.
         *
         *     Role: reader.
         */
        get: operations["readDeskFigure"];
        put?: never;
        post?: never;
        /**
         * Delete a figure
         * @description Only what nothing refers to can be deleted; the rest is merged.
         *
         *     Role: editor.
         */
        delete: operations["deleteFigure"];
        options?: never;
        head?: never;
        /**
         * Change a figure
         * @description JSON Merge Patch. Everything published that shows it is shown anew. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        patch: operations["updateFigure"];
        trace?: never;
    };
    "/v1/desk/figures/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a figure into another one
         * @description Everything that refers to it refers to the other one from now on, and its address leads there. Answers the other one. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        post: operations["mergeFigure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description What came with requests and through the command line, the newest first. A large file is several imports, of some stories each.
         *
         *     Role: reader.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Import stories
         * @description Text, Markdown, HTML, RSS/Atom, WordPress, Ghost, ninjs or our own NDJSON. Each story becomes a draft with suggestions; twice is once. What can’t be read is refused as a whole; a story that can’t be an article is an item that failed, beside the others. Nothing is fetched.
         *
         *     Role: writer.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import
         * @description Its report, and what was suggested, accepted and refused.
         *
         *     Role: reader.
         */
        get: operations["readImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/imports/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept suggestions
         * @description One by one, changed where need be, or all that are sure enough. Each draft gets a new revision.
         *
         *     Role: writer.
         */
        post: operations["acceptImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List jobs
         * @description Work that goes on after the request that asked for it, newest first.
         *
         *     Role: reader.
         */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a job
         * @description How far it is. A job goes on after a restart, and in one process at a time.
         *
         *     Role: reader.
         */
        get: operations["readJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I
         * @description The token that was sent, and what it may do.
         *
         *     Role: reader.
         */
        get: operations["readMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/previews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a preview link
         * @description The link shows nothing from now on. No If-Match: revoking twice is revoking once.
         *
         *     Role: writer.
         */
        delete: operations["revokePreview"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sections
         * @description All sections, oldest first; those that were merged into another are left out.
         *
         *     Role: reader.
         */
        get: operations["listDeskSections"];
        put?: never;
        /**
         * Create a section
         * @description A new section. It is public once something published refers to it.
         *
         *     Role: editor.
         */
        post: operations["createSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/sections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a section at the desk
         * @description By id or slug. A merged section leads to the one that it became.
         *
         *     Role: reader.
         */
        get: operations["readDeskSection"];
        put?: never;
        post?: never;
        /**
         * Delete a section
         * @description Only what nothing refers to can be deleted; the rest is merged.
         *
         *     Role: editor.
         */
        delete: operations["deleteSection"];
        options?: never;
        head?: never;
        /**
         * Change a section
         * @description JSON Merge Patch. Everything published that shows it is shown anew. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        patch: operations["updateSection"];
        trace?: never;
    };
    "/v1/desk/sections/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a section into another one
         * @description Everything that refers to it refers to the other one from now on, and its address leads there. Answers the other one. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        post: operations["mergeSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description All sources, oldest first; those that were merged into another are left out.
         *
         *     Role: reader.
         */
        get: operations["listDeskSources"];
        put?: never;
        /**
         * Create a source
         * @description A new source. It is public once something published refers to it.
         *
         *     Role: editor.
         */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a source at the desk
         * @description By id or slug. A merged source leads to the one that it became.
         *
         *     Role: reader.
         */
        get: operations["readDeskSource"];
        put?: never;
        post?: never;
        /**
         * Delete a source
         * @description Only what nothing refers to can be deleted; the rest is merged.
         *
         *     Role: editor.
         */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /**
         * Change a source
         * @description JSON Merge Patch. Everything published that shows it is shown anew. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        patch: operations["updateSource"];
        trace?: never;
    };
    "/v1/desk/sources/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a source into another one
         * @description Everything that refers to it refers to the other one from now on, and its address leads there. Answers the other one. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        post: operations["mergeSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * @description Who is told what changes in public, oldest first.
         *
         *     Role: admin.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Create a subscription
         * @description Every change from now on is POSTed to the address as `{type, timestamp, data}`, where `data` is the entry of `/v1/changes`, and signed by the Standard Webhooks specification with the secret that is in this answer and nowhere else. A message that is not answered with 2xx within 15 seconds is sent again for three days, with the same `webhook-id`; 410 disables the subscription. Messages may arrive twice or out of order: `webhook-id` and `data.seq` tell.
         *
         *     Role: admin.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a subscription
         * @description Without its secret.
         *
         *     Role: admin.
         */
        get: operations["readSubscription"];
        put?: never;
        post?: never;
        /**
         * Delete a subscription
         * @description Its deliveries go with it; what has not been sent is never sent.
         *
         *     Role: admin.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        /**
         * Change a subscription
         * @description JSON Merge Patch. Disabled, it gets nothing; made active again, it goes on with the change where it stopped.
         *
         *     Role: admin.
         */
        patch: operations["updateSubscription"];
        trace?: never;
    };
    "/v1/desk/subscriptions/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a subscription’s deliveries
         * @description What was sent, what the receiver answered and what is sent next, newest change first. Kept for 30 days.
         *
         *     Role: admin.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/subscriptions/{id}/deliveries/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again
         * @description With the same `webhook-id`, whatever became of it; it is tried anew for three days. A disabled subscription gets it once it is active.
         *
         *     Role: admin.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/subscriptions/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a subscription’s secret
         * @description The new secret is in this answer and nowhere else. For 24 hours messages are signed with both, the new and the one before.
         *
         *     Role: admin.
         */
        post: operations["rotateSubscriptionSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description All tags, oldest first; those that were merged into another are left out.
         *
         *     Role: reader.
         */
        get: operations["listDeskTags"];
        put?: never;
        /**
         * Create a tag
         * @description A new tag. It is public once something published refers to it.
         *
         *     Role: editor.
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tag at the desk
         * @description By id or slug. A merged tag leads to the one that it became.
         *
         *     Role: reader.
         */
        get: operations["readDeskTag"];
        put?: never;
        post?: never;
        /**
         * Delete a tag
         * @description Only what nothing refers to can be deleted; the rest is merged.
         *
         *     Role: editor.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description JSON Merge Patch. Everything published that shows it is shown anew. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        patch: operations["updateTag"];
        trace?: never;
    };
    "/v1/desk/tags/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a tag into another one
         * @description Everything that refers to it refers to the other one from now on, and its address leads there. Answers the other one. 202 when many documents show it: Location is the job that goes on with them, and until it is done some show what they showed before.
         *
         *     Role: editor.
         */
        post: operations["mergeTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description All tokens, oldest first, without their secrets.
         *
         *     Role: admin.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a token
         * @description The secret is in this answer and nowhere else.
         *
         *     Role: admin.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/desk/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description From the next request on it is refused. No If-Match: revoking twice is revoking once.
         *
         *     Role: admin.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List figures
         * @description The quantities that published claims are about, in the order in which they became known.
         */
        get: operations["listFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure
         * @description The question, and the newest claim of each source.
         */
        get: operations["readFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/{slug}/chart.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure’s chart
         * @description The claims over their as-of dates as a picture, a shape for each source: ranges are boxes, open bounds arrows, contradicting claims framed. Its description says the same in words.
         */
        get: operations["readChart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/{slug}/embed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure’s chart as a page
         * @description A small page for an `iframe` on any site: the chart, and its claims as a table. It runs no script and loads nothing.
         */
        get: operations["readEmbed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/{slug}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure’s series
         * @description The claims about a figure in order of as-of date. Disjoint claims of the same days by different sources are flagged; relays of one origin count as one independent source.
         */
        get: operations["readSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures/{slug}/series.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a figure’s series as CSV
         * @description One claim a line (RFC 4180), each bound in a column of its own, empty where it is open. A text that a spreadsheet would run as a formula has an apostrophe before it; take one away to have it as it was.
         */
        get: operations["readSeriesCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a draft by its preview link
         * @description The newest revision of one article in the shape of a published one. A link that is unknown, has expired or was revoked answers 404.
         */
        get: operations["readPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/previews/{token}/assets/{hash}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a picture of a draft by its preview link
         * @description A picture that the draft shows, published or not, as the renditions of the draft name it. It ends with the link.
         */
        get: operations["readPreviewPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List quotes
         * @description Who said what, newest first.
         */
        get: operations["listQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a quote
         * @description One quote, with the article that it stands in.
         */
        get: operations["readQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was published about a quote
         * @description Every edition that published, changed, corrected or left out the quote, newest first. It goes on answering when the present edition no longer holds the quote.
         */
        get: operations["listQuoteEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search what is published
         * @description Finds articles, turns, quotes and claims. A word in a headline counts more than one in a summary or in the words of a quote or claim, and those more than one in a body or a turn; among equals the newest comes first. Matches are given as offsets, and each hit names its place in the article. The first 1,000 hits can be paged through.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sources
         * @description Everyone who speaks or is cited in what is published, in the order in which they became known.
         */
        get: operations["listSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a source
         * @description Who it is, how much it said, and its newest statements.
         */
        get: operations["readSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/turns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List turns
         * @description Turns of all published interviews, newest first.
         */
        get: operations["listTurns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/turns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a turn
         * @description One turn, with the article that it stands in.
         */
        get: operations["readTurn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/turns/{id}/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was published about a turn
         * @description Every edition that published, changed, corrected or left out the turn, newest first. It goes on answering when the present edition no longer holds the turn.
         */
        get: operations["listTurnEditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A suggestion, and how it is changed. */
        AcceptedSuggestion: {
            article: components["schemas"]["Id"];
            change?: components["schemas"]["QuoteChange"] | components["schemas"]["ClaimChange"];
            suggestion: string;
        };
        /** @description Which items of an import become drafts. */
        AcceptInput: {
            /** @description Accept these, changed by a merge patch where one is given. */
            accept?: components["schemas"]["AcceptedSuggestion"][];
            /** @description Accept all that are at least this sure. */
            confidence?: number;
            refuse?: {
                article: components["schemas"]["Id"];
                suggestion: string;
            }[];
        };
        /** @description Where words stand in the plain text: exact words, context and offsets in Unicode code points, end exclusive. */
        Anchor: {
            /** @description `body` or a turn’s id. */
            in: string;
            pieces: components["schemas"]["AnchorPiece"][];
        };
        /** @description Where words stand in the text. The server finds the offsets. */
        AnchorInput: {
            /**
             * @description `body`, a turn’s id, or the places of interview and turn in this document, from 0.
             * @default body
             */
            in?: "body" | components["schemas"]["Id"] | components["schemas"]["TurnPlace"];
            pieces: components["schemas"]["AnchorPieceInput"][];
        };
        /** @description Where words stand in the text. The server finds the offsets. */
        AnchorInputFilled: {
            /**
             * @description `body`, a turn’s id, or the places of interview and turn in this document, from 0.
             * @default body
             */
            in: "body" | components["schemas"]["Id"] | components["schemas"]["TurnPlace"];
            pieces: components["schemas"]["AnchorPieceInput"][];
        };
        /** @description An anchor in a patch: what is left out stays. */
        AnchorPatch: {
            /** @description `body`, a turn’s id, or the places of interview and turn in this document, from 0. */
            in?: "body" | components["schemas"]["Id"] | components["schemas"]["TurnPlace"];
            pieces?: components["schemas"]["AnchorPieceInput"][];
        };
        /** @description Words in one stretch, and where they stand. */
        AnchorPiece: {
            end: number;
            exact: string;
            prefix: string;
            start: number;
            suffix: string;
        };
        /** @description Some of the words, in one stretch. */
        AnchorPieceInput: {
            /** @description As answered; the server finds it again. */
            end?: number | null;
            /** @description The words as they stand in the text. */
            exact: string;
            /** @description What stands before, where the words occur twice. */
            prefix?: string;
            /** @description As answered; the server finds it again. */
            start?: number | null;
            /** @description What stands after, where the words occur twice. */
            suffix?: string;
        };
        /**
         * @description Whether the words stand in the text: once, not at all, or at several places.
         * @enum {string}
         */
        AnchorStatus: "anchored" | "orphaned" | "ambiguous";
        /** @description A published article with everything in it. */
        Article: {
            /** @description CommonMark. */
            body: string;
            bodyHtml: string;
            /** @description Plain text; what anchors in the body point into. */
            bodyText: string;
            bylines: components["schemas"]["WireByline"][];
            claims: components["schemas"]["Claim"][];
            corrections: components["schemas"]["Correction"][];
            dateline: components["schemas"]["Dateline"] | null;
            edition: number;
            /** Format: date-time */
            firstPublishedAt: string;
            headline: string;
            id: components["schemas"]["Id"];
            image: components["schemas"]["Image"] | null;
            interviews: components["schemas"]["Interview"][];
            kind: components["schemas"]["ArticleKind"];
            language: string;
            /** Format: date-time */
            publishedAt: string;
            quotes: components["schemas"]["Quote"][];
            section: components["schemas"]["TermRef"];
            slug: components["schemas"]["Slug"];
            sources: components["schemas"]["SourceRef"][];
            summary: string;
            tags: components["schemas"]["TermRef"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Path of this article, relative to the API’s address. */
            url: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        ArticleClaimPage: {
            data: components["schemas"]["StandaloneClaim"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ArticleClaimPageFields: {
            data: components["schemas"]["StandaloneClaimFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part in a patch: changed if it has an id, else new. */
        ArticleClaimPatch: {
            anchor?: components["schemas"]["AnchorPatch"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator?: components["schemas"]["Comparator"];
            figure?: components["schemas"]["FigureMention"];
            high?: number | null;
            id?: components["schemas"]["Id"];
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /** @description All corrections of one article. */
        ArticleCorrections: {
            data: components["schemas"]["Correction"][];
        };
        /** @description What `fields` names of Article. */
        ArticleFields: {
            /** @description CommonMark. */
            body?: string;
            bodyHtml?: string;
            /** @description Plain text; what anchors in the body point into. */
            bodyText?: string;
            bylines?: components["schemas"]["WireByline"][];
            claims?: components["schemas"]["Claim"][];
            corrections?: components["schemas"]["Correction"][];
            dateline?: components["schemas"]["Dateline"] | null;
            edition?: number;
            /** Format: date-time */
            firstPublishedAt?: string;
            headline?: string;
            id?: components["schemas"]["Id"];
            image?: components["schemas"]["Image"] | null;
            interviews?: components["schemas"]["Interview"][];
            kind?: components["schemas"]["ArticleKind"];
            language?: string;
            /** Format: date-time */
            publishedAt?: string;
            quotes?: components["schemas"]["Quote"][];
            section?: components["schemas"]["TermRef"];
            slug?: components["schemas"]["Slug"];
            sources?: components["schemas"]["SourceRef"][];
            summary?: string;
            tags?: components["schemas"]["TermRef"][];
            /** Format: date-time */
            updatedAt?: string;
            /** @description Path of this article, relative to the API’s address. */
            url?: string;
        };
        /** @description A whole article with its turns, quotes and claims. */
        ArticleInput: {
            /** @description CommonMark. */
            body?: string;
            bylines?: components["schemas"]["Byline"][];
            claims?: components["schemas"]["ClaimInput"][];
            dateline?: components["schemas"]["Dateline"] | null;
            headline: string;
            /** @description The id of an asset. */
            image?: components["schemas"]["Id"] | null;
            interviews?: components["schemas"]["InterviewInput"][];
            language?: components["schemas"]["LanguageTag"] | "";
            /** @description What this revision is about. Kept with it; not part of the article. */
            note?: string | null;
            quotes?: components["schemas"]["QuoteInput"][];
            section?: components["schemas"]["Slug"] | "";
            /** @description Made from the headline if not given. */
            slug?: components["schemas"]["Slug"];
            summary?: string;
            tags?: components["schemas"]["Slug"][];
        };
        /** @description A part in a patch: changed if it has an id, else new. */
        ArticleInterviewPatch: {
            id?: components["schemas"]["Id"];
            title?: string | null;
            turns?: components["schemas"]["ArticleTurnPatch"][];
        };
        /** @description The article as a NewsArticle of schema.org, with Quotations, Claims and CorrectionComments. An open bound is left out: “over 7,000” has a minValue and no maxValue. */
        ArticleJsonLd: {
            /** @constant */
            "@context": "https://schema.org";
            /** @constant */
            "@type": "NewsArticle";
        } & {
            [key: string]: unknown;
        };
        /**
         * @description An article with turns is an `interview`, any other is `news`.
         * @enum {string}
         */
        ArticleKind: "news" | "interview";
        /** @description The article as IPTC ninjs. */
        ArticleNinjs: {
            language: string;
            /** Format: uri */
            uri: string;
            version: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One page of a list, and the cursor of the next. */
        ArticlePage: {
            data: components["schemas"]["ArticleSummary"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ArticlePageFields: {
            data: components["schemas"]["ArticleSummaryFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of an article. Parts keep their id; one without an id is new, one left out is gone. */
        ArticlePatch: {
            /** @description CommonMark. */
            body?: string | null;
            bylines?: components["schemas"]["Byline"][] | null;
            claims?: components["schemas"]["ArticleClaimPatch"][] | null;
            dateline?: components["schemas"]["Dateline"] | null;
            headline?: string;
            /** @description The id of an asset. */
            image?: components["schemas"]["Id"] | null;
            interviews?: components["schemas"]["ArticleInterviewPatch"][] | null;
            language?: (components["schemas"]["LanguageTag"] | "") | null;
            /** @description What this revision is about. Kept with it; not part of the article. */
            note?: string | null;
            quotes?: components["schemas"]["ArticleQuotePatch"][] | null;
            section?: (components["schemas"]["Slug"] | "") | null;
            /** @description Made from the headline if not given. */
            slug?: components["schemas"]["Slug"];
            summary?: string | null;
            tags?: components["schemas"]["Slug"][] | null;
        };
        /** @description One page of a list, and the cursor of the next. */
        ArticleQuotePage: {
            data: components["schemas"]["StandaloneQuote"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ArticleQuotePageFields: {
            data: components["schemas"]["StandaloneQuoteFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part in a patch: changed if it has an id, else new. */
        ArticleQuotePatch: {
            anchor?: components["schemas"]["AnchorPatch"];
            id?: components["schemas"]["Id"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /** @description An article in short. */
        ArticleRef: {
            headline: string;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            publishedAt: string;
            slug: string;
            url: string;
        };
        /**
         * @description Where an article is in the workflow.
         * @enum {string}
         */
        ArticleState: "draft" | "scheduled" | "live" | "withdrawn" | "retracted";
        /** @description A published article in a list. */
        ArticleSummary: {
            bylines: components["schemas"]["WireByline"][];
            counts: components["schemas"]["PartCounts"];
            edition: number;
            /** Format: date-time */
            firstPublishedAt: string;
            headline: string;
            id: components["schemas"]["Id"];
            image: components["schemas"]["Image"] | null;
            kind: components["schemas"]["ArticleKind"];
            language: string;
            /** Format: date-time */
            publishedAt: string;
            section: components["schemas"]["TermRef"];
            slug: components["schemas"]["Slug"];
            summary: string;
            tags: components["schemas"]["TermRef"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Path of this article, relative to the API’s address. */
            url: string;
        };
        /** @description What `fields` names of ArticleSummary. */
        ArticleSummaryFields: {
            bylines?: components["schemas"]["WireByline"][];
            counts?: components["schemas"]["PartCounts"];
            edition?: number;
            /** Format: date-time */
            firstPublishedAt?: string;
            headline?: string;
            id?: components["schemas"]["Id"];
            image?: components["schemas"]["Image"] | null;
            kind?: components["schemas"]["ArticleKind"];
            language?: string;
            /** Format: date-time */
            publishedAt?: string;
            section?: components["schemas"]["TermRef"];
            slug?: components["schemas"]["Slug"];
            summary?: string;
            tags?: components["schemas"]["TermRef"][];
            /** Format: date-time */
            updatedAt?: string;
            /** @description Path of this article, relative to the API’s address. */
            url?: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        ArticleTurnPage: {
            data: components["schemas"]["StandaloneTurn"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ArticleTurnPageFields: {
            data: components["schemas"]["StandaloneTurnFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A part in a patch: changed if it has an id, else new. */
        ArticleTurnPatch: {
            id?: components["schemas"]["Id"];
            role?: components["schemas"]["TurnRole"];
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description CommonMark. */
            text?: string;
        };
        /** @description JSON Merge Patch (RFC 7396) of what is said about a picture. */
        AssetPatch: {
            /** @description What is to be seen, for those who can’t see it. */
            alt?: string;
            caption?: string | null;
            /** @description Whose picture it is. */
            credit?: string | null;
            /** @description What must stay in the picture when it is cropped: from the left, 0 to 1. */
            focalX?: number | null;
            /** @description The same from the top. */
            focalY?: number | null;
            licence?: string | null;
        };
        /** @description A picture with its alternative text. Its metadata, location included, is not kept. */
        AssetUpload: {
            /** @description What is to be seen, for those who can’t see it. */
            alt: string;
            caption?: string;
            credit?: string;
            /**
             * Format: binary
             * @description JPEG, PNG, WebP or AVIF; at most 25 MB and 64 million pixels.
             */
            file: string;
            focalX?: string;
            focalY?: string;
            licence?: string;
        };
        /** @description One source in a chain of attribution. */
        AttributionLink: {
            role: components["schemas"]["AttributionRole"];
            source: components["schemas"]["SourceRef"];
            verb: string | null;
        };
        /** @description One source in a chain of attribution. */
        AttributionLinkInput: {
            role: components["schemas"]["AttributionRole"];
            source: components["schemas"]["SourceMention"];
            verb?: string | null;
        };
        /**
         * @description Who counted, or who passed it on.
         * @enum {string}
         */
        AttributionRole: "originator" | "relay";
        /** @description One desk write, chained by hash to the one before. */
        AuditEntry: {
            action: string;
            actor: string;
            actorName: string;
            after: number | null;
            /** Format: date-time */
            at: string;
            before: number | null;
            details: {
                [key: string]: unknown;
            };
            hash: string;
            kind: string;
            previous: string;
            requestId: string | null;
            role: string;
            seq: number;
            targetId: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        AuditPage: {
            data: components["schemas"]["AuditEntry"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description Creates an article, as a draft. */
        BulkCreate: {
            article: components["schemas"]["ArticleInput"];
            /** @constant */
            op: "create";
        };
        /**
         * @description One line of the body. Each is checked as the request that it stands for.
         * @example {
         *       "op": "create",
         *       "article": {
         *         "headline": "The ferry is late again"
         *       }
         *     }
         */
        BulkLine: components["schemas"]["BulkCreate"] | components["schemas"]["BulkUpdate"] | components["schemas"]["BulkPublish"];
        /** @description Publishes an article. Role: editor. */
        BulkPublish: {
            id: components["schemas"]["IdOrSlug"];
            /** @description The ETag of the version that was read; `*` for any. Required, as If-Match is. */
            ifMatch?: string;
            note?: string | null;
            /** @constant */
            op: "publish";
            /**
             * Format: date-time
             * @description When it was first published elsewhere; only for the first edition.
             */
            publishedAt?: string;
        };
        /** @description What became of one line, in the order of the lines. */
        BulkResult: {
            etag?: string;
            id?: components["schemas"]["Id"];
            /** @description Number of the line, from 1. */
            line: number;
            problem?: components["schemas"]["Problem"];
            slug?: components["schemas"]["Slug"];
            /** @description As the single request would have answered. */
            status: number;
        };
        /** @description Changes an article by JSON Merge Patch. */
        BulkUpdate: {
            id: components["schemas"]["IdOrSlug"];
            /** @description The ETag of the version that was read; `*` for any. Required, as If-Match is. */
            ifMatch?: string;
            /** @constant */
            op: "update";
            patch: components["schemas"]["ArticlePatch"];
        };
        /** @description Who wrote it. */
        Byline: {
            /** @description The id of an asset: a portrait. */
            image?: components["schemas"]["Id"] | null;
            name: string;
            role?: string | null;
        };
        /** @description One thing that the public saw change. */
        Change: {
            articleId: components["schemas"]["Id"] | null;
            /** Format: date-time */
            at: string;
            /** @description The public document after the change, whole; null once it is gone. */
            data: (components["schemas"]["Article"] | components["schemas"]["SourceItem"] | components["schemas"]["FigureItem"] | components["schemas"]["RetractionNotice"]) | null;
            edition: number | null;
            /** @description Of the article, the source or the figure. */
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "article" | "source" | "figure";
            /** @description Its place in the log. There are no gaps. */
            seq: number;
            slug: string | null;
            type: components["schemas"]["ChangeType"];
            /** @description Its address after the change. */
            url: string | null;
        };
        /** @description What `fields` names of Change. */
        ChangeFields: {
            articleId?: components["schemas"]["Id"] | null;
            /** Format: date-time */
            at?: string;
            /** @description The public document after the change, whole; null once it is gone. */
            data?: (components["schemas"]["Article"] | components["schemas"]["SourceItem"] | components["schemas"]["FigureItem"] | components["schemas"]["RetractionNotice"]) | null;
            edition?: number | null;
            /** @description Of the article, the source or the figure. */
            id?: components["schemas"]["Id"];
            /** @enum {string} */
            kind?: "article" | "source" | "figure";
            /** @description Its place in the log. There are no gaps. */
            seq?: number;
            slug?: string | null;
            type?: components["schemas"]["ChangeType"];
            /** @description Its address after the change. */
            url?: string | null;
        };
        /** @description A part of the log, in its order. */
        ChangePage: {
            data: components["schemas"]["Change"][];
            page: components["schemas"]["ChangePageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ChangePageFields: {
            data: components["schemas"]["ChangeFields"][];
            page: components["schemas"]["ChangePageInfo"];
        };
        /** @description Where a page of the log stands. */
        ChangePageInfo: {
            /** @description Where to go on later: the last `seq` of this page. */
            last: number;
            limit: number;
            /** @description The `after` of the next page; null where the log ends. */
            next: string | null;
        };
        /**
         * @description `article.refreshed`: what it refers to changed, such as a source’s name. `removed` and `withdrawn`: the wire answers 404. `retracted`: it answers 410.
         * @enum {string}
         */
        ChangeType: "article.published" | "article.updated" | "article.corrected" | "article.withdrawn" | "article.retracted" | "article.refreshed" | "source.updated" | "source.removed" | "figure.updated" | "figure.removed";
        /** @description The note that the publication would have. */
        CheckInput: {
            /** @description What changed and why, as readers are told. */
            note?: string | null;
        };
        /** @description What the check found, and whether the article could be published. */
        CheckResult: {
            ok: boolean;
            problems: components["schemas"]["GateProblem"][];
        };
        /** @description What one source says a figure is. */
        Claim: {
            anchor: components["schemas"]["Anchor"];
            asOf: components["schemas"]["UncertainDate"] | null;
            boundsReason: string | null;
            chain: components["schemas"]["AttributionLink"][];
            comparator: components["schemas"]["Comparator"];
            corrections: components["schemas"]["CorrectionMark"][];
            figure: components["schemas"]["FigureRef"];
            high: number | null;
            id: components["schemas"]["Id"];
            low: number | null;
            partOf: components["schemas"]["Id"] | null;
            place: string | null;
            position: number;
            /** @description The originator, as far as it is known. */
            source: components["schemas"]["SourceRef"];
            standing: components["schemas"]["ClaimStanding"];
            supersededBy: components["schemas"]["Id"] | null;
            supersedes: components["schemas"]["Id"] | null;
            /** @description The words, pieces joined by a space. */
            text: string;
            turn: components["schemas"]["Id"] | null;
            unit: string;
            url: string;
        };
        /** @description JSON Merge Patch (RFC 7396) of a claim. */
        ClaimChange: {
            anchor?: components["schemas"]["AnchorPatch"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator?: components["schemas"]["Comparator"];
            figure?: components["schemas"]["FigureMention"];
            high?: number | null;
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /** @description How many published claims there are. */
        ClaimCount: {
            claims: number;
        };
        /** @description A new claim, and where it goes. */
        ClaimCreate: {
            anchor: components["schemas"]["AnchorInput"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator: components["schemas"]["Comparator"];
            figure: components["schemas"]["FigureMention"];
            high?: number | null;
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /** @description What an edition showed of a claim; null where it left the claim out. */
        ClaimEdition: {
            /**
             * @description What the edition did to this part.
             * @enum {string}
             */
            change: "published" | "changed" | "corrected" | "removed";
            claim: components["schemas"]["Claim"] | null;
            edition: number;
            /** @enum {string} */
            kind: "publication" | "update" | "correction";
            /** @description What the edition changed, and why. */
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
            /** @description The edition of the whole article. */
            url: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        ClaimEditionPage: {
            data: components["schemas"]["ClaimEdition"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description What one source says a figure is. */
        ClaimInput: {
            anchor: components["schemas"]["AnchorInput"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator: components["schemas"]["Comparator"];
            figure: components["schemas"]["FigureMention"];
            high?: number | null;
            id?: components["schemas"]["Id"];
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /** @description What one source says a figure is. */
        ClaimInputFilled: {
            anchor: components["schemas"]["AnchorInputFilled"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator: components["schemas"]["Comparator"];
            figure: components["schemas"]["FigureMention"];
            high?: number | null;
            id?: components["schemas"]["Id"];
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        ClaimPage: {
            data: components["schemas"]["StandaloneClaim"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        ClaimPageFields: {
            data: components["schemas"]["StandaloneClaimFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a claim. */
        ClaimPatch: {
            anchor?: components["schemas"]["AnchorPatch"];
            /** @example 2024-10 */
            asOf?: string | null;
            /** @description Why bounds are given for words that have none, such as “dozens”; or, in other languages than English, for numbers that are not read, such as “3,5 miliardi”. */
            boundsReason?: string | null;
            /** @description Attribution, originator first. */
            chain?: components["schemas"]["AttributionLinkInput"][];
            comparator?: components["schemas"]["Comparator"];
            figure?: components["schemas"]["FigureMention"];
            high?: number | null;
            low?: number | null;
            /** @description The claim that this one is a part of: its id, or its place among this document’s claims, from 0. */
            partOf?: (components["schemas"]["Id"] | number) | null;
            place?: string | null;
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            /** @description The earlier claim that this one replaces. */
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The figure’s unit if not given. */
            unit?: string;
        };
        /**
         * @description `superseded` once a later published claim names it in `supersedes`.
         * @enum {string}
         */
        ClaimStanding: "current" | "superseded";
        /** @description A claim that was found. */
        ClaimSuggestion: {
            confidence: number;
            id: string;
            /** @constant */
            kind: "claim";
            partOf: string | null;
            /** @enum {string} */
            state: "suggested" | "accepted" | "refused";
            text: string;
            /** @description The turn of the suggested interview that the words stand in. */
            turn: number | null;
            value: components["schemas"]["ClaimInputFilled"];
        };
        /**
         * @description How the bounds are meant. A side that the words leave open is null.
         * @enum {string}
         */
        Comparator: "eq" | "approx" | "gt" | "gte" | "lt" | "lte" | "between";
        /** @description The article that a correction is about. */
        CorrectedArticle: {
            headline: string;
            id: components["schemas"]["Id"];
            slug: string;
            url: string;
        };
        /** @description What was wrong in an earlier edition. */
        Correction: {
            /** @description The quotes and claims that it is about. */
            about: components["schemas"]["Id"][];
            edition: number;
            /** @enum {string} */
            kind: "correction" | "retraction";
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
        };
        /** @description A correction, as readers are told of it. */
        CorrectionInput: {
            /** @description The quotes and claims that it is about, beside those that change. */
            about?: components["schemas"]["Id"][];
            note: string;
        };
        /** @description A correction or retraction, with its article. */
        CorrectionItem: {
            /** @description The quotes and claims that it is about. */
            about: components["schemas"]["Id"][];
            article: components["schemas"]["CorrectedArticle"];
            edition: number;
            /** @enum {string} */
            kind: "correction" | "retraction";
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
            replacedBy: string | null;
        };
        /** @description A correction of this part: which edition, why and when. */
        CorrectionMark: {
            edition: number;
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        CorrectionPage: {
            data: components["schemas"]["CorrectionItem"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description Where and when it was written. */
        Dateline: {
            /** Format: date */
            date?: string | null;
            place?: string | null;
        };
        /** @description One change on its way to one receiver. */
        Delivery: {
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @description The `webhook-id`, the same at every attempt. */
            id: components["schemas"]["Id"];
            /** Format: date-time */
            lastAttemptAt: string | null;
            lastError: string | null;
            /** @description What the receiver answered last. */
            lastStatus: number | null;
            /** Format: date-time */
            nextAttemptAt: string | null;
            /** @description The change that it tells of. */
            seq: number;
            state: components["schemas"]["DeliveryState"];
            type: components["schemas"]["ChangeType"];
        };
        /** @description One page of a list, and the cursor of the next. */
        DeliveryPage: {
            data: components["schemas"]["Delivery"][];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * @description `pending` until the receiver takes it (2xx); `failed` after three days of trying.
         * @enum {string}
         */
        DeliveryState: "pending" | "delivered" | "failed";
        /** @description An anchor; offsets are null while its words are not found. */
        DeskAnchor: {
            in: string;
            pieces: components["schemas"]["DeskAnchorPiece"][];
        };
        /** @description Words, and where they stand if they do. */
        DeskAnchorPiece: {
            end: number | null;
            exact: string;
            prefix: string;
            start: number | null;
            suffix: string;
        };
        /** @description An article at the desk: what was posted, with ids, and where it is in the workflow. */
        DeskArticle: {
            body: string;
            bylines: components["schemas"]["Byline"][];
            claims: components["schemas"]["DeskClaim"][];
            /** Format: date-time */
            createdAt: string;
            dateline: components["schemas"]["Dateline"] | null;
            /**
             * Format: date-time
             * @description Nothing can be published before, unless the embargo is lifted.
             */
            embargoUntil: string | null;
            headline: string;
            id: components["schemas"]["Id"];
            image: components["schemas"]["Id"] | null;
            interviews: components["schemas"]["DeskInterview"][];
            language: string;
            /** @description The revision that the wire shows. */
            liveRevision: number | null;
            /**
             * Format: date-time
             * @description When the scheduled revision is published.
             */
            publishAt: string | null;
            quotes: components["schemas"]["DeskQuote"][];
            /** @description Number of the newest revision. */
            revision: number;
            /** @description The revision that is scheduled; later ones do not go out with it. */
            scheduledRevision: number | null;
            scheduleFailure: components["schemas"]["ScheduleFailure"] | null;
            section: string;
            slug: components["schemas"]["Slug"];
            state: components["schemas"]["ArticleState"];
            summary: string;
            tags: string[];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskArticlePage: {
            data: components["schemas"]["DeskArticleSummary"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description An article in the desk’s list. */
        DeskArticleSummary: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Nothing can be published before, unless the embargo is lifted.
             */
            embargoUntil: string | null;
            headline: string;
            id: components["schemas"]["Id"];
            language: string;
            /** @description The revision that the wire shows. */
            liveRevision: number | null;
            /**
             * Format: date-time
             * @description When the scheduled revision is published.
             */
            publishAt: string | null;
            /** @description Number of the newest revision. */
            revision: number;
            /** @description The revision that is scheduled; later ones do not go out with it. */
            scheduledRevision: number | null;
            scheduleFailure: components["schemas"]["ScheduleFailure"] | null;
            section: string;
            slug: components["schemas"]["Slug"];
            state: components["schemas"]["ArticleState"];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A picture at the desk; its renditions need a token. */
        DeskAsset: {
            /** @description What is to be seen, for those who can’t see it. */
            alt: string;
            /** @description Size of what was uploaded. */
            bytes: number;
            caption: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description Whose picture it is. */
            credit: string | null;
            /** @description What must stay in the picture when it is cropped: from the left, 0 to 1. */
            focalX: number | null;
            /** @description The same from the top. */
            focalY: number | null;
            height: number;
            id: components["schemas"]["Id"];
            licence: string | null;
            /** @description What was uploaded. */
            mediaType: string;
            renditions: components["schemas"]["Rendition"][];
            /** Format: date-time */
            updatedAt: string;
            width: number;
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskAssetPage: {
            data: components["schemas"]["DeskAsset"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A claim at the desk. */
        DeskClaim: {
            anchor: components["schemas"]["DeskAnchor"];
            asOf: string | null;
            boundsReason: string | null;
            chain: components["schemas"]["AttributionLink"][];
            comparator: components["schemas"]["Comparator"];
            figure: components["schemas"]["FigureRef"];
            high: number | null;
            id: components["schemas"]["Id"];
            low: number | null;
            partOf: components["schemas"]["Id"] | null;
            place: string | null;
            status: components["schemas"]["AnchorStatus"];
            supersedes: components["schemas"]["Id"] | null;
            unit: string;
        };
        /** @description All claims of an article, in their order. */
        DeskClaimList: {
            data: components["schemas"]["DeskClaim"][];
        };
        /** @description A figure at the desk. */
        DeskFigure: {
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["Id"];
            mergedInto: components["schemas"]["Id"] | null;
            place: string | null;
            /** @description The quantity, put as a question. */
            question: string;
            slug: components["schemas"]["Slug"];
            subject: string | null;
            /** @description What is counted: soldiers, EUR, percent. */
            unit: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskFigurePage: {
            data: components["schemas"]["DeskFigure"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description An interview at the desk. */
        DeskInterview: {
            id: components["schemas"]["Id"];
            title: string | null;
            turns: components["schemas"]["DeskTurn"][];
        };
        /** @description All interviews of an article, in their order. */
        DeskInterviewList: {
            data: components["schemas"]["DeskInterview"][];
        };
        /** @description A link that shows a draft, without its secret. */
        DeskPreview: {
            article: components["schemas"]["Id"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            revokedAt: string | null;
            /** @description Whether the link shows the draft now. */
            works: boolean;
        };
        /** @description A quote at the desk. */
        DeskQuote: {
            anchor: components["schemas"]["DeskAnchor"];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            organisation: string | null;
            original: components["schemas"]["OriginalStatement"] | null;
            saidOn: string | null;
            speaker: components["schemas"]["SourceRef"] | null;
            speakerRole: string | null;
            status: components["schemas"]["AnchorStatus"];
            translated: boolean;
            venue: string | null;
            verb: string | null;
        };
        /** @description All quotes of an article, in their order. */
        DeskQuoteList: {
            data: components["schemas"]["DeskQuote"][];
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskSectionPage: {
            data: components["schemas"]["DeskTerm"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A source at the desk. */
        DeskSource: {
            affiliation: string | null;
            aliases: string[];
            country: string | null;
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["Id"];
            kind: components["schemas"]["SourceKind"];
            mergedInto: components["schemas"]["Id"] | null;
            name: string;
            /** @description Why an unnamed source is unnamed. Never leaves the desk. */
            reason: string | null;
            /** @description The same elsewhere, such as a Wikidata URL. */
            sameAs: string[];
            slug: components["schemas"]["Slug"];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskSourcePage: {
            data: components["schemas"]["DeskSource"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, and the cursor of the next. */
        DeskTagPage: {
            data: components["schemas"]["DeskTerm"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A section or a tag at the desk. */
        DeskTerm: {
            /** Format: date-time */
            createdAt: string;
            id: components["schemas"]["Id"];
            mergedInto: components["schemas"]["Id"] | null;
            name: string;
            slug: components["schemas"]["Slug"];
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A turn at the desk. */
        DeskTurn: {
            id: components["schemas"]["Id"];
            role: components["schemas"]["TurnRole"];
            speaker: components["schemas"]["SourceRef"] | null;
            speakerRole: string | null;
            text: string;
        };
        /** @description All turns of an article, in their order. */
        DeskTurnList: {
            data: components["schemas"]["DeskTurn"][];
        };
        /** @description A stretch of text. What is not `added` is the text before, what is not `removed` the text after. */
        DiffSegment: {
            /** @enum {string} */
            op: "same" | "added" | "removed";
            text: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        EditionPage: {
            data: components["schemas"]["EditionSummary"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description When something was public, and why it changed. */
        EditionSummary: {
            edition: number;
            /** @enum {string} */
            kind: "publication" | "update" | "correction" | "retraction";
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
            url: string;
        };
        /** @description A claim that was found in a text. */
        ExtractedClaim: {
            asOf: string | null;
            /** @enum {string} */
            comparator: "eq" | "approx" | "gt" | "gte" | "lt" | "lte" | "between";
            confidence: number;
            high: number | null;
            low: number | null;
            partOf: number | null;
            place: string | null;
            rule?: string;
            source: {
                /** @enum {string} */
                kind: "person" | "organisation" | "unnamed";
                name: string;
            } | null;
            span: number[];
            subject: string | null;
            supersedes: number | null;
            unit: string | null;
        };
        /** @description A number that was found in a text, whether anybody claims it or not. */
        ExtractedQuantity: {
            /** @enum {string} */
            change?: "up" | "down";
            /** @enum {string} */
            comparator: "eq" | "approx" | "gt" | "gte" | "lt" | "lte" | "between";
            high: number | null;
            low: number | null;
            rule?: string;
            span: number[];
            subject: string | null;
            unit: string | null;
        };
        /** @description A quote that was found in a text. */
        ExtractedQuote: {
            anonymous: boolean;
            confidence: number;
            /** @enum {string} */
            kind: "direct" | "mixed" | "indirect";
            organisation: string | null;
            rule?: string;
            spans: number[][];
            speaker: components["schemas"]["ExtractedSpeaker"] | null;
            speakerRole: string | null;
            verb: number[] | null;
            verbSpans?: number[][];
        };
        /** @description Who speaks, and where the text says so. */
        ExtractedSpeaker: {
            /** @enum {string} */
            kind: "person" | "organisation" | "unnamed";
            mention: number[] | null;
            mentionSpans?: number[][];
            name: string | null;
        };
        /** @description A turn that was found in a text. */
        ExtractedTurn: {
            end: number;
            /** @enum {string} */
            role: "question" | "answer" | "remark";
            rule?: string;
            speaker: string | null;
            start: number;
        };
        /** @description Text to look for turns, quotes and claims in. */
        ExtractInput: {
            /**
             * Format: date
             * @description Relative dates are read from it.
             */
            publishedOn?: string;
            text: string;
        };
        /** @description What was found in a text. Offsets are Unicode code points into it, end exclusive. */
        Extraction: {
            claims: components["schemas"]["ExtractedClaim"][];
            language?: string;
            notices?: string[];
            quantities: components["schemas"]["ExtractedQuantity"][];
            quotes: components["schemas"]["ExtractedQuote"][];
            turns: components["schemas"]["ExtractedTurn"][];
        };
        /** @description A field that is not the same in two revisions. */
        FieldChange: {
            after: unknown;
            before: unknown;
            field: string;
            /** @description The changed words; null where a side is no text. */
            words: components["schemas"]["DiffSegment"][] | null;
        };
        /** @description A figure and the newest claim of each source. */
        FigureDetail: {
            counts: components["schemas"]["ClaimCount"];
            id: components["schemas"]["Id"];
            /** @description The newest claim of each source, newest first. */
            newest: components["schemas"]["StandaloneClaim"][];
            place: string | null;
            question: string;
            slug: components["schemas"]["Slug"];
            subject: string | null;
            unit: string;
            url: string;
        };
        /** @description What `fields` names of FigureDetail. */
        FigureDetailFields: {
            counts?: components["schemas"]["ClaimCount"];
            id?: components["schemas"]["Id"];
            /** @description The newest claim of each source, newest first. */
            newest?: components["schemas"]["StandaloneClaim"][];
            place?: string | null;
            question?: string;
            slug?: components["schemas"]["Slug"];
            subject?: string | null;
            unit?: string;
            url?: string;
        };
        /** @description The quantity that claims are about. */
        FigureInput: {
            place?: string | null;
            /** @description The quantity, put as a question. */
            question: string;
            slug?: components["schemas"]["Slug"];
            subject?: string | null;
            /** @description What is counted: soldiers, EUR, percent. */
            unit: string;
        };
        /** @description A figure, and how many published claims are about it. */
        FigureItem: {
            counts: components["schemas"]["ClaimCount"];
            id: components["schemas"]["Id"];
            place: string | null;
            question: string;
            slug: components["schemas"]["Slug"];
            subject: string | null;
            unit: string;
            url: string;
        };
        /** @description What `fields` names of FigureItem. */
        FigureItemFields: {
            counts?: components["schemas"]["ClaimCount"];
            id?: components["schemas"]["Id"];
            place?: string | null;
            question?: string;
            slug?: components["schemas"]["Slug"];
            subject?: string | null;
            unit?: string;
            url?: string;
        };
        /** @description A figure: its id, its slug, or `{slug, question, unit, …}`, which is created if its slug is new. */
        FigureMention: components["schemas"]["IdOrSlug"] | components["schemas"]["KnownFigure"] | components["schemas"]["FigureInput"];
        /** @description One page of a list, and the cursor of the next. */
        FigurePage: {
            data: components["schemas"]["FigureItem"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        FigurePageFields: {
            data: components["schemas"]["FigureItemFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a figure. */
        FigurePatch: {
            place?: string | null;
            /** @description The quantity, put as a question. */
            question?: string;
            slug?: components["schemas"]["Slug"];
            subject?: string | null;
            /** @description What is counted: soldiers, EUR, percent. */
            unit?: string;
        };
        /** @description A figure in short. */
        FigureRef: {
            id: components["schemas"]["Id"];
            question: string;
            slug: components["schemas"]["Slug"];
            unit: string;
        };
        /** @description What the check before publication found. */
        GateProblem: {
            /** @enum {string} */
            code: "quote-not-found" | "anchor-not-found" | "anchor-ambiguous" | "figure-mismatch" | "comparator-mismatch" | "bounds-invalid" | "supersedes-circular" | "source-missing" | "speaker-missing" | "unnamed-without-reason" | "unit-mismatch" | "translation-without-original" | "correction-required" | "field-missing" | "as-of-missing" | "address-missing";
            message: string;
            /** @description JSON pointer into the article. */
            pointer: string;
            /** @enum {string} */
            severity: "error" | "warning";
            suggestion?: unknown;
        };
        /** @description That the process lives. */
        Health: {
            /** @constant */
            status: "ok";
        };
        /**
         * Format: uuid
         * @description A UUIDv7 in lower case.
         */
        Id: string;
        /** @description What names a thing: its id or its slug. */
        IdOrSlug: string;
        /** @description A picture and where to find it. */
        Image: {
            alt: string;
            caption: string | null;
            credit: string | null;
            /** @description What must stay in the picture when it is cropped, from the top left. */
            focalPoint: {
                x: number;
                y: number;
            } | null;
            id: components["schemas"]["Id"];
            licence: string | null;
            /** @description Narrowest first. */
            renditions: components["schemas"]["Rendition"][];
        };
        /** @description An import, with its report and its suggestions. */
        Import: {
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            format: "text" | "markdown" | "html" | "feed" | "wxr" | "ghost" | "ninjs" | "ndjson";
            id: components["schemas"]["Id"];
            items: components["schemas"]["ImportItem"][];
            name: string;
            report: components["schemas"]["ImportReport"];
            /**
             * @description `accepted` once no suggestion is left to be decided about.
             * @enum {string}
             */
            state: "ready" | "accepted";
        };
        /** @description Documents of another system. */
        ImportInput: {
            /** @description Accept suggestions that are at least this sure. */
            accept?: number | null;
            content?: string;
            /**
             * Format: base64
             * @description Bytes in any encoding, instead of `content`.
             */
            contentBase64?: string;
            /**
             * @description Told from the content if not given.
             * @enum {string}
             */
            format?: "text" | "markdown" | "html" | "feed" | "wxr" | "ghost" | "ninjs" | "ndjson";
            /** @description For stories that name none; `en` if not given. */
            language?: components["schemas"]["LanguageTag"];
            /** @description A file name, or what it is called where it comes from. Importing it twice is importing it once. */
            name: string;
            /**
             * Format: date
             * @description The date of stories that carry none; relative dates are read from it.
             */
            publishedOn?: string;
            /** @description For stories that name none; `news` if not given. */
            section?: components["schemas"]["Slug"];
        };
        /** @description What became of one story. */
        ImportItem: {
            article: components["schemas"]["Id"] | null;
            headline: string;
            notices: string[];
            origin: string;
            /** @enum {string} */
            outcome: "created" | "published" | "known" | "failed";
            /** @description What was wrong with a story that failed; nothing of it came in. */
            problem: components["schemas"]["StoryProblem"] | null;
            suggestions: components["schemas"]["Suggestion"][];
        };
        /** @description One page of a list, and the cursor of the next. */
        ImportPage: {
            data: components["schemas"]["ImportSummary"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description What an import came to, and what was lost. */
        ImportReport: {
            accepted: number;
            created: number;
            failed: number;
            known: number;
            notices: string[];
            stories: number;
            suggestions: number;
        };
        /** @description An import in the desk’s list. */
        ImportSummary: {
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            format: "text" | "markdown" | "html" | "feed" | "wxr" | "ghost" | "ninjs" | "ndjson";
            id: components["schemas"]["Id"];
            name: string;
            report: components["schemas"]["ImportReport"];
            /**
             * @description `accepted` once no suggestion is left to be decided about.
             * @enum {string}
             */
            state: "ready" | "accepted";
        };
        /** @description A conversation in an article. */
        Interview: {
            id: components["schemas"]["Id"];
            title: string | null;
            turns: components["schemas"]["Turn"][];
        };
        /** @description A new interview, and where it goes. */
        InterviewCreate: {
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            title?: string | null;
            turns?: components["schemas"]["TurnInput"][];
        };
        /** @description A conversation in an article. */
        InterviewInput: {
            id?: components["schemas"]["Id"];
            title?: string | null;
            turns?: components["schemas"]["TurnInput"][];
        };
        /** @description JSON Merge Patch (RFC 7396) of an interview. */
        InterviewPatch: {
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            title?: string | null;
            turns?: components["schemas"]["TurnInput"][];
        };
        /** @description A conversation that was found. */
        InterviewSuggestion: {
            confidence: number;
            id: string;
            /** @description What of it stays in the body: subheadings, pictures and captions between turns. */
            keeps?: string;
            /** @constant */
            kind: "interview";
            /** @description The part of the body that becomes the conversation. */
            removes: string;
            /** @enum {string} */
            state: "suggested" | "accepted" | "refused";
            text: string;
            value: components["schemas"]["InterviewInput"];
        };
        /** @description Work that goes on after the request that asked for it. */
        Job: {
            /** Format: date-time */
            createdAt: string;
            /** @description How much of `total` is done. */
            done: number;
            /** @description Why the last step failed, if it did; it is tried again. */
            error: string | null;
            /** Format: date-time */
            finishedAt: string | null;
            id: components["schemas"]["Id"];
            kind: string;
            /** @enum {string} */
            state: "open" | "done";
            /** @description What it does. */
            title: string;
            total: number;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        JobPage: {
            data: components["schemas"]["Job"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Feed 1.1; corrections are an extension. */
        JsonFeed: {
            description: string;
            feed_url: string;
            home_page_url: string;
            items: components["schemas"]["JsonFeedItem"][];
            /** @description That of all items, if they have one in common. */
            language?: string;
            title: string;
            /** @constant */
            version: "https://jsonfeed.org/version/1.1";
        };
        /** @description An article in a JSON Feed. */
        JsonFeedItem: {
            _onrecord: {
                corrections: {
                    note: string | null;
                    /** Format: date-time */
                    published_at: string;
                }[];
            };
            authors?: {
                name: string;
            }[];
            content_html: string;
            /** Format: date-time */
            date_modified: string;
            /** Format: date-time */
            date_published: string;
            id: string;
            /** Format: uri */
            image?: string;
            language?: string;
            summary: string;
            tags?: string[];
            title: string;
            /** Format: uri */
            url: string;
        };
        /** @description A figure by its id, as it was answered. */
        KnownFigure: {
            id: components["schemas"]["Id"];
            question?: string;
            slug?: components["schemas"]["Slug"];
            unit?: string;
        };
        /** @description A source by its id, as it was answered. */
        KnownSource: {
            id: components["schemas"]["Id"];
            kind?: components["schemas"]["SourceKind"];
            name?: string;
            slug?: components["schemas"]["Slug"];
        };
        /** @description A language tag (BCP 47) in any case. */
        LanguageFilter: string;
        /** @description A language tag (BCP 47), such as en or pt-BR. */
        LanguageTag: string;
        /** @description Who the token is, and the roles that it includes. */
        Me: {
            can: components["schemas"]["Role"][];
            id: string;
            name: string;
            role: components["schemas"]["Role"];
        };
        /** @description What to merge it into. */
        MergeInput: {
            /** @description The one that it becomes part of. */
            into: components["schemas"]["IdOrSlug"];
        };
        /** @description An instant in UTC, or the first instant of a day in UTC. */
        Moment: string;
        /** @description What a source said last. */
        NewestStatements: {
            claims: components["schemas"]["StandaloneClaim"][];
            quotes: components["schemas"]["StandaloneQuote"][];
            turns: components["schemas"]["StandaloneTurn"][];
        };
        /** @description A new link that shows a draft. */
        NewPreview: {
            article: components["schemas"]["Id"];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string;
            id: components["schemas"]["Id"];
            /** Format: date-time */
            revokedAt: string | null;
            /** @description The link with its secret; in this answer only. */
            url: string;
            /** @description Whether the link shows the draft now. */
            works: boolean;
        };
        /** @description A subscription with its new secret. */
        NewSubscription: {
            /** Format: date-time */
            createdAt: string;
            /** @description The last change that deliveries were made of. */
            cursor: number;
            description: string | null;
            disabledReason: string | null;
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description Until then the secret before the present one signs as well.
             */
            previousSecretUntil: string | null;
            /** @description Shown this once: `whsec_` and the key in Base64, to verify with. */
            secret: string;
            state: components["schemas"]["SubscriptionState"];
            types: components["schemas"]["ChangeType"][];
            /** Format: date-time */
            updatedAt: string;
            url: string;
        };
        /** @description A new token, with its secret. */
        NewToken: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was last used, up to an hour behind; `null` if it never was.
             */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            role: components["schemas"]["Role"];
            /** @description Shown this once. Send it as `Authorization: Bearer …`. */
            secret: string;
        };
        /** @description An OpenAPI 3.1 document. */
        OpenApiDocument: {
            [key: string]: unknown;
        };
        /** @description What was said, in the language in which it was said. */
        OriginalStatement: {
            language: components["schemas"]["LanguageTag"];
            text: string;
        };
        /** @description Where a page of a list stands. */
        PageInfo: {
            /** @description How many items a page holds. */
            limit: number;
            /** @description The cursor of the next page; null on the last one. */
            next: string | null;
        };
        /** @description What two revisions say differently about a part. */
        PartChange: {
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "moved";
            fields: components["schemas"]["FieldChange"][];
            id: components["schemas"]["Id"];
            positionAfter: number | null;
            positionBefore: number | null;
        };
        /** @description How many turns, quotes and claims there are. */
        PartCounts: {
            claims: number;
            quotes: number;
            turns: number;
        };
        /** @description A draft in the shape of a published article. */
        PreviewedArticle: {
            /** @description CommonMark. */
            body: string;
            bodyHtml: string;
            /** @description Plain text; what anchors in the body point into. */
            bodyText: string;
            bylines: components["schemas"]["WireByline"][];
            claims: components["schemas"]["Claim"][];
            corrections: components["schemas"]["Correction"][];
            dateline: components["schemas"]["Dateline"] | null;
            edition: number;
            /** Format: date-time */
            firstPublishedAt: string;
            headline: string;
            id: components["schemas"]["Id"];
            image: components["schemas"]["Image"] | null;
            interviews: components["schemas"]["Interview"][];
            kind: components["schemas"]["ArticleKind"];
            language: string;
            preview: components["schemas"]["PreviewMark"];
            /** Format: date-time */
            publishedAt: string;
            quotes: components["schemas"]["Quote"][];
            section: components["schemas"]["TermRef"];
            slug: components["schemas"]["Slug"];
            sources: components["schemas"]["SourceRef"][];
            summary: string;
            tags: components["schemas"]["TermRef"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Path of this article, relative to the API’s address. */
            url: string;
        };
        /** @description How long a preview link is good for. */
        PreviewInput: {
            /**
             * Format: date-time
             * @description Until when the link works; at most 720 hours ahead.
             */
            expiresAt?: string;
            /** @description For how long it works; 72 if not given. */
            hours?: number;
        };
        /** @description Says that this is a draft, and which. */
        PreviewMark: {
            /** Format: date-time */
            expiresAt: string;
            /** @description JSON pointers to what is not decided yet: a placeholder stands there, or nothing. */
            incomplete: string[];
            revision: number;
        };
        /** @description One page of a list, and the cursor of the next. */
        PreviewPage: {
            data: components["schemas"]["DeskPreview"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A problem document as RFC 9457 defines it. */
        Problem: {
            code: components["schemas"]["ProblemCode"];
            /** @description What is wrong with this request. */
            detail: string;
            /** @description All that is wrong, at once. */
            errors?: components["schemas"]["ProblemItem"][];
            /** @description The path of the request. */
            instance: string;
            /** @description To quote when a fault of the service (5xx) is reported. */
            requestId?: string;
            status: number;
            /** @description What the code means. */
            title: string;
            /** @description A stable URI; a page at it explains the problem. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Each code has a page at /docs/problems/{code}.
         * @enum {string}
         */
        ProblemCode: "request-invalid" | "body-malformed" | "query-syntax" | "cursor-invalid" | "http-malformed" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "transition-forbidden" | "embargoed" | "slug-taken" | "in-use" | "was-public" | "request-in-progress" | "merge-refused" | "already-exists" | "limit-reached" | "retracted" | "changes-expired" | "gone" | "precondition-failed" | "body-too-large" | "media-type-unsupported" | "expectation-failed" | "reference-unknown" | "gate-refused" | "idempotency-mismatch" | "content-unusable" | "address-refused" | "precondition-required" | "headers-too-large" | "too-many-requests" | "internal" | "method-unknown" | "unavailable";
        /** @description One thing that is wrong, and where. */
        ProblemItem: {
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. */
            message: string;
            /** @description Name of a parameter or header. */
            parameter?: string;
            /** @description JSON pointer into the body (RFC 6901). */
            pointer?: string;
            /** @enum {string} */
            severity?: "error" | "warning";
            /** @description What was probably meant, or the nearest that would do. */
            suggestion?: unknown;
        };
        /** @description What readers are told about a new edition. */
        PublishInput: {
            /**
             * Format: date-time
             * @description Keeps it out of everything public until then. `null` lifts an embargo that still holds.
             */
            embargoUntil?: string | null;
            /** @description What changed and why, as readers are told. */
            note?: string | null;
            /**
             * Format: date-time
             * @description When it was first published elsewhere; not in the future, and only for the first edition.
             */
            publishedAt?: string;
        };
        /** @description A statement attributed to a source. */
        Quote: {
            anchor: components["schemas"]["Anchor"];
            anonymous: boolean;
            corrections: components["schemas"]["CorrectionMark"][];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            organisation: string | null;
            original: components["schemas"]["OriginalStatement"] | null;
            position: number;
            saidOn: components["schemas"]["UncertainDate"] | null;
            speaker: components["schemas"]["SourceRef"];
            speakerRole: string | null;
            status: components["schemas"]["AnchorStatus"];
            /** @description The words, pieces joined by a space. */
            text: string;
            translated: boolean;
            /** @description The turn that the words stand in; null in the body. */
            turn: components["schemas"]["Id"] | null;
            url: string;
            venue: string | null;
            verb: string | null;
        };
        /** @description JSON Merge Patch (RFC 7396) of a quote. */
        QuoteChange: {
            anchor?: components["schemas"]["AnchorPatch"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /** @description A new quote, and where it goes. */
        QuoteCreate: {
            anchor: components["schemas"]["AnchorInput"];
            kind: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /** @description What an edition showed of a quote; null where it left the quote out. */
        QuoteEdition: {
            /**
             * @description What the edition did to this part.
             * @enum {string}
             */
            change: "published" | "changed" | "corrected" | "removed";
            edition: number;
            /** @enum {string} */
            kind: "publication" | "update" | "correction";
            /** @description What the edition changed, and why. */
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
            quote: components["schemas"]["Quote"] | null;
            /** @description The edition of the whole article. */
            url: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        QuoteEditionPage: {
            data: components["schemas"]["QuoteEdition"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A statement attributed to a source. */
        QuoteInput: {
            anchor: components["schemas"]["AnchorInput"];
            id?: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /** @description A statement attributed to a source. */
        QuoteInputFilled: {
            anchor: components["schemas"]["AnchorInputFilled"];
            id?: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /**
         * @description `direct` is verbatim, `mixed` partly so, `indirect` is reported.
         * @enum {string}
         */
        QuoteKind: "direct" | "mixed" | "indirect";
        /** @description One page of a list, and the cursor of the next. */
        QuotePage: {
            data: components["schemas"]["StandaloneQuote"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        QuotePageFields: {
            data: components["schemas"]["StandaloneQuoteFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a quote. */
        QuotePatch: {
            anchor?: components["schemas"]["AnchorPatch"];
            kind?: components["schemas"]["QuoteKind"];
            /** @description For whom the speaker spoke. */
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            /** @example 2024-10 */
            saidOn?: string | null;
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description As answered; the server looks for the words again. */
            status?: components["schemas"]["AnchorStatus"];
            translated?: boolean;
            venue?: string | null;
            /** @description The reporting verb. */
            verb?: string | null;
        };
        /** @description A quote that was found. */
        QuoteSuggestion: {
            confidence: number;
            id: string;
            /** @constant */
            kind: "quote";
            /** @enum {string} */
            state: "suggested" | "accepted" | "refused";
            text: string;
            /** @description The turn of the suggested interview that the words stand in. */
            turn: number | null;
            value: components["schemas"]["QuoteInputFilled"];
        };
        /** @description That the process can do its work. */
        Readiness: {
            checks: {
                [key: string]: "ok";
            };
            /** @constant */
            status: "ready";
        };
        /** @description A picture in one width and type. */
        Rendition: {
            height: number;
            /** @enum {string} */
            type: "image/webp" | "image/jpeg";
            /** @description Path, relative to the API’s address. */
            url: string;
            width: number;
        };
        /** @description The revision whose content is wanted back. */
        RestoreInput: {
            /** @description Says why; kept with it. */
            note?: string | null;
            revision: number;
        };
        /** @description The notice of a retraction. */
        RetractInput: {
            /** @description The notice that readers see. */
            note: string;
            /** @description The article that replaces it. */
            replacedBy?: components["schemas"]["IdOrSlug"];
        };
        /** @description Why it was retracted, and what replaces it. */
        RetractionNotice: {
            notice: string;
            replacedBy: string | null;
            /** Format: date-time */
            retractedAt: string;
        };
        /** @description One saved state of an article. It is never changed and never deleted. */
        Revision: {
            article: components["schemas"]["RevisionContent"];
            /** @description The name of the token that saved it. */
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** @description The editions that published it. */
            editions: number[];
            /** @description SHA-256 of what was saved. */
            hash: string;
            /** @description Whether the wire shows it. */
            live: boolean;
            note: string | null;
            number: number;
            /** @description Whether it is scheduled for publication. */
            scheduled: boolean;
        };
        /** @description An article as a revision has it. */
        RevisionContent: {
            body: string;
            bylines: components["schemas"]["Byline"][];
            claims: components["schemas"]["DeskClaim"][];
            dateline: components["schemas"]["Dateline"] | null;
            headline: string;
            image: components["schemas"]["Id"] | null;
            interviews: components["schemas"]["DeskInterview"][];
            language: string;
            quotes: components["schemas"]["DeskQuote"][];
            section: string;
            slug: components["schemas"]["Slug"];
            summary: string;
            tags: string[];
        };
        /** @description What was changed between two revisions: fields by name, parts by id. Offsets that only moved do not count. */
        RevisionDiff: {
            claims: components["schemas"]["PartChange"][];
            fields: components["schemas"]["FieldChange"][];
            from: number;
            interviews: components["schemas"]["PartChange"][];
            quotes: components["schemas"]["PartChange"][];
            to: number;
            turns: components["schemas"]["TurnChange"][];
        };
        /** @description One page of a list, and the cursor of the next. */
        RevisionPage: {
            data: components["schemas"]["RevisionSummary"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One saved state of an article, in short. */
        RevisionSummary: {
            /** @description The name of the token that saved it. */
            author: string;
            /** Format: date-time */
            createdAt: string;
            /** @description The editions that published it. */
            editions: number[];
            /** @description SHA-256 of what was saved. */
            hash: string;
            /** @description Whether the wire shows it. */
            live: boolean;
            note: string | null;
            number: number;
            /** @description Whether it is scheduled for publication. */
            scheduled: boolean;
        };
        /**
         * @description `reader` sees drafts, `writer` edits, `editor` publishes, `admin` manages tokens. Each includes the ones before.
         * @enum {string}
         */
        Role: "reader" | "writer" | "editor" | "admin";
        /** @description Why the last schedule did not publish. It goes with the next schedule or edition. */
        ScheduleFailure: {
            /** Format: date-time */
            failedAt: string;
            problems: components["schemas"]["ScheduleProblem"][];
            /** Format: date-time */
            publishAt: string;
            reason: string;
            revision: number;
        };
        /** @description When to publish. */
        ScheduleInput: {
            /**
             * Format: date-time
             * @description Keeps it out of everything public until then. `null` lifts an embargo that still holds.
             */
            embargoUntil?: string | null;
            /** @description What changed and why, as readers are told. */
            note?: string | null;
            /**
             * Format: date-time
             * @description When it is published; in the future.
             */
            publishAt: string;
        };
        /** @description What the check found when the time came. */
        ScheduleProblem: {
            code: string;
            message: string;
            pointer: string;
            /** @enum {string} */
            severity: "error" | "warning";
            suggestion?: unknown;
        };
        /** @description A match, as offsets in Unicode code points into the passage’s text, end exclusive. */
        SearchHighlight: {
            end: number;
            start: number;
        };
        /** @description Something that was found, and where it stands. */
        SearchHit: {
            /** @description The place in the article: in its body or in one of its turns. */
            anchor: components["schemas"]["Anchor"] | null;
            article: components["schemas"]["ArticleRef"];
            /** @description What a claim is about. */
            figure: components["schemas"]["FigureRef"] | null;
            /** @description Of the article, turn, quote or claim. */
            id: components["schemas"]["Id"];
            passages: components["schemas"]["SearchPassage"][];
            /** @description Who says a turn, a quote or a claim. */
            speaker: components["schemas"]["SourceRef"] | null;
            type: components["schemas"]["SearchHitType"];
            /** @description Path of what was found. */
            url: string;
        };
        /**
         * @description What was found.
         * @enum {string}
         */
        SearchHitType: "article" | "turn" | "quote" | "claim";
        /** @description What was found, the best first. */
        SearchPage: {
            data: components["schemas"]["SearchHit"][];
            page: components["schemas"]["PageInfo"];
            /** @description Where nothing is found: the query with words that do occur instead. */
            suggestion: string | null;
        };
        /** @description A text, or a part of one, with what matches in it. */
        SearchPassage: {
            /**
             * @description Which text it is from: `body` and `turn` are plain text, `original` is a quote in its own language, `speaker`, `source` and `figure` are their names.
             * @enum {string}
             */
            field: "headline" | "summary" | "body" | "turn" | "quote" | "original" | "claim" | "speaker" | "source" | "figure";
            highlights: components["schemas"]["SearchHighlight"][];
            /** @description Where the passage begins in that text. */
            offset: number;
            text: string;
        };
        /** @description What was claimed about a figure, in order of as-of date. */
        Series: {
            figure: components["schemas"]["FigureItem"];
            /** @description How many sources counted for themselves. */
            independentSources: number;
            /** @description How many older claims are left out of a long series. */
            omitted: number;
            points: components["schemas"]["SeriesPoint"][];
            sources: components["schemas"]["SourceRef"][];
        };
        /** @description One claim in a series. A side that the words leave open is null. */
        SeriesPoint: {
            article: components["schemas"]["ArticleRef"];
            asOf: components["schemas"]["UncertainDate"] | null;
            claim: components["schemas"]["Id"];
            comparator: components["schemas"]["Comparator"];
            /** @description Another source’s claim of the same days excludes this one. */
            conflict: boolean;
            high: number | null;
            low: number | null;
            place: string | null;
            /** @description It reached the article through a relay. */
            relayed: boolean;
            source: components["schemas"]["SourceRef"];
            standing: components["schemas"]["ClaimStanding"];
            unit: string;
        };
        /** @description Lower-case letters a–z, digits and single hyphens. */
        Slug: string;
        /** @description A source with its 5 newest quotes, claims and turns. */
        SourceDetail: {
            affiliation: string | null;
            aliases: string[];
            country: string | null;
            counts: components["schemas"]["PartCounts"];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["SourceKind"];
            name: string;
            newest: components["schemas"]["NewestStatements"];
            sameAs: string[];
            slug: components["schemas"]["Slug"];
            url: string;
        };
        /** @description What `fields` names of SourceDetail. */
        SourceDetailFields: {
            affiliation?: string | null;
            aliases?: string[];
            country?: string | null;
            counts?: components["schemas"]["PartCounts"];
            id?: components["schemas"]["Id"];
            kind?: components["schemas"]["SourceKind"];
            name?: string;
            newest?: components["schemas"]["NewestStatements"];
            sameAs?: string[];
            slug?: components["schemas"]["Slug"];
            url?: string;
        };
        /** @description Who speaks or is cited. */
        SourceInput: {
            affiliation?: string | null;
            aliases?: string[];
            country?: string | null;
            kind: components["schemas"]["SourceKind"];
            name: string;
            /** @description Why an unnamed source is unnamed. Never leaves the desk. */
            reason?: string | null;
            /** @description The same elsewhere, such as a Wikidata URL. */
            sameAs?: string[];
            slug?: components["schemas"]["Slug"];
        };
        /** @description A source, and how much it said. */
        SourceItem: {
            affiliation: string | null;
            aliases: string[];
            country: string | null;
            counts: components["schemas"]["PartCounts"];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["SourceKind"];
            name: string;
            sameAs: string[];
            slug: components["schemas"]["Slug"];
            url: string;
        };
        /** @description What `fields` names of SourceItem. */
        SourceItemFields: {
            affiliation?: string | null;
            aliases?: string[];
            country?: string | null;
            counts?: components["schemas"]["PartCounts"];
            id?: components["schemas"]["Id"];
            kind?: components["schemas"]["SourceKind"];
            name?: string;
            sameAs?: string[];
            slug?: components["schemas"]["Slug"];
            url?: string;
        };
        /**
         * @description What a source is; an `unnamed` one has a reason on file at the desk.
         * @enum {string}
         */
        SourceKind: "person" | "organisation" | "document" | "unnamed";
        /** @description A source: its id, its slug, or `{kind, name, …}`, which is matched by kind and name or alias, else created. */
        SourceMention: components["schemas"]["IdOrSlug"] | components["schemas"]["KnownSource"] | components["schemas"]["SourceInput"];
        /** @description One page of a list, and the cursor of the next. */
        SourcePage: {
            data: components["schemas"]["SourceItem"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        SourcePageFields: {
            data: components["schemas"]["SourceItemFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a source. */
        SourcePatch: {
            affiliation?: string | null;
            aliases?: string[];
            country?: string | null;
            kind?: components["schemas"]["SourceKind"];
            name?: string;
            /** @description Why an unnamed source is unnamed. Never leaves the desk. */
            reason?: string | null;
            /** @description The same elsewhere, such as a Wikidata URL. */
            sameAs?: string[];
            slug?: components["schemas"]["Slug"];
        };
        /** @description A source in short. */
        SourceRef: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["SourceKind"];
            name: string;
            slug: components["schemas"]["Slug"];
        };
        /** @description A claim, with the article that it stands in. */
        StandaloneClaim: {
            anchor: components["schemas"]["Anchor"];
            article: components["schemas"]["ArticleRef"];
            asOf: components["schemas"]["UncertainDate"] | null;
            boundsReason: string | null;
            chain: components["schemas"]["AttributionLink"][];
            comparator: components["schemas"]["Comparator"];
            corrections: components["schemas"]["CorrectionMark"][];
            figure: components["schemas"]["FigureRef"];
            high: number | null;
            id: components["schemas"]["Id"];
            low: number | null;
            partOf: components["schemas"]["Id"] | null;
            place: string | null;
            position: number;
            /** @description The originator, as far as it is known. */
            source: components["schemas"]["SourceRef"];
            standing: components["schemas"]["ClaimStanding"];
            supersededBy: components["schemas"]["Id"] | null;
            supersedes: components["schemas"]["Id"] | null;
            /** @description The words, pieces joined by a space. */
            text: string;
            turn: components["schemas"]["Id"] | null;
            unit: string;
            url: string;
        };
        /** @description What `fields` names of StandaloneClaim. */
        StandaloneClaimFields: {
            anchor?: components["schemas"]["Anchor"];
            article?: components["schemas"]["ArticleRef"];
            asOf?: components["schemas"]["UncertainDate"] | null;
            boundsReason?: string | null;
            chain?: components["schemas"]["AttributionLink"][];
            comparator?: components["schemas"]["Comparator"];
            corrections?: components["schemas"]["CorrectionMark"][];
            figure?: components["schemas"]["FigureRef"];
            high?: number | null;
            id?: components["schemas"]["Id"];
            low?: number | null;
            partOf?: components["schemas"]["Id"] | null;
            place?: string | null;
            position?: number;
            /** @description The originator, as far as it is known. */
            source?: components["schemas"]["SourceRef"];
            standing?: components["schemas"]["ClaimStanding"];
            supersededBy?: components["schemas"]["Id"] | null;
            supersedes?: components["schemas"]["Id"] | null;
            /** @description The words, pieces joined by a space. */
            text?: string;
            turn?: components["schemas"]["Id"] | null;
            unit?: string;
            url?: string;
        };
        /** @description A quote, with the article that it stands in. */
        StandaloneQuote: {
            anchor: components["schemas"]["Anchor"];
            anonymous: boolean;
            article: components["schemas"]["ArticleRef"];
            corrections: components["schemas"]["CorrectionMark"][];
            id: components["schemas"]["Id"];
            kind: components["schemas"]["QuoteKind"];
            organisation: string | null;
            original: components["schemas"]["OriginalStatement"] | null;
            position: number;
            saidOn: components["schemas"]["UncertainDate"] | null;
            speaker: components["schemas"]["SourceRef"];
            speakerRole: string | null;
            status: components["schemas"]["AnchorStatus"];
            /** @description The words, pieces joined by a space. */
            text: string;
            translated: boolean;
            /** @description The turn that the words stand in; null in the body. */
            turn: components["schemas"]["Id"] | null;
            url: string;
            venue: string | null;
            verb: string | null;
        };
        /** @description What `fields` names of StandaloneQuote. */
        StandaloneQuoteFields: {
            anchor?: components["schemas"]["Anchor"];
            anonymous?: boolean;
            article?: components["schemas"]["ArticleRef"];
            corrections?: components["schemas"]["CorrectionMark"][];
            id?: components["schemas"]["Id"];
            kind?: components["schemas"]["QuoteKind"];
            organisation?: string | null;
            original?: components["schemas"]["OriginalStatement"] | null;
            position?: number;
            saidOn?: components["schemas"]["UncertainDate"] | null;
            speaker?: components["schemas"]["SourceRef"];
            speakerRole?: string | null;
            status?: components["schemas"]["AnchorStatus"];
            /** @description The words, pieces joined by a space. */
            text?: string;
            translated?: boolean;
            /** @description The turn that the words stand in; null in the body. */
            turn?: components["schemas"]["Id"] | null;
            url?: string;
            venue?: string | null;
            verb?: string | null;
        };
        /** @description A turn, with the article that it stands in. */
        StandaloneTurn: {
            article: components["schemas"]["ArticleRef"];
            html: string;
            id: components["schemas"]["Id"];
            interview: components["schemas"]["Id"];
            /** @description What anchors in this turn point into. */
            plainText: string;
            /** @description Place among all turns of the article, from 1. */
            position: number;
            /** @description The question that an answer answers. */
            replyTo: components["schemas"]["Id"] | null;
            role: components["schemas"]["TurnRole"];
            speaker: components["schemas"]["SourceRef"];
            speakerRole: string | null;
            /** @description CommonMark. */
            text: string;
            url: string;
        };
        /** @description What `fields` names of StandaloneTurn. */
        StandaloneTurnFields: {
            article?: components["schemas"]["ArticleRef"];
            html?: string;
            id?: components["schemas"]["Id"];
            interview?: components["schemas"]["Id"];
            /** @description What anchors in this turn point into. */
            plainText?: string;
            /** @description Place among all turns of the article, from 1. */
            position?: number;
            /** @description The question that an answer answers. */
            replyTo?: components["schemas"]["Id"] | null;
            role?: components["schemas"]["TurnRole"];
            speaker?: components["schemas"]["SourceRef"];
            speakerRole?: string | null;
            /** @description CommonMark. */
            text?: string;
            url?: string;
        };
        /** @description Why one story could not be imported. */
        StoryProblem: {
            code: components["schemas"]["ProblemCode"];
            detail: string;
            errors: components["schemas"]["ProblemItem"][];
        };
        /** @description Who is told what changes; its secret is not shown. */
        Subscription: {
            /** Format: date-time */
            createdAt: string;
            /** @description The last change that deliveries were made of. */
            cursor: number;
            description: string | null;
            disabledReason: string | null;
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description Until then the secret before the present one signs as well.
             */
            previousSecretUntil: string | null;
            state: components["schemas"]["SubscriptionState"];
            types: components["schemas"]["ChangeType"][];
            /** Format: date-time */
            updatedAt: string;
            url: string;
        };
        /** @description A webhook: where to send what. */
        SubscriptionInput: {
            /** @description What it is for, as the desk reads it. */
            description?: string | null;
            /** @description Only these types of change; all of them if empty. */
            types?: components["schemas"]["ChangeType"][];
            /**
             * Format: uri
             * @description Where the events are POSTed to: public http or https, without credentials. Redirects are not followed.
             * @example https://example.org/hooks/onrecord
             */
            url: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        SubscriptionPage: {
            data: components["schemas"]["Subscription"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a webhook. */
        SubscriptionPatch: {
            /** @description What it is for, as the desk reads it. */
            description?: string | null;
            state?: components["schemas"]["SubscriptionState"];
            /** @description Only these types of change; all of them if empty. */
            types?: components["schemas"]["ChangeType"][];
            /**
             * Format: uri
             * @description Where the events are POSTed to: public http or https, without credentials. Redirects are not followed.
             * @example https://example.org/hooks/onrecord
             */
            url?: string;
        };
        /**
         * @description A disabled one gets nothing; made active again, it goes on with the change where it stopped.
         * @enum {string}
         */
        SubscriptionState: "active" | "disabled";
        /** @description Something that was found in an imported text, in the form in which it would be accepted. */
        Suggestion: components["schemas"]["InterviewSuggestion"] | components["schemas"]["QuoteSuggestion"] | components["schemas"]["ClaimSuggestion"];
        /** @description A section or a tag. */
        TermInput: {
            name: string;
            slug?: components["schemas"]["Slug"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a section or tag. */
        TermPatch: {
            name?: string;
            slug?: components["schemas"]["Slug"];
        };
        /** @description A section or a tag. */
        TermRef: {
            name: string;
            slug: components["schemas"]["Slug"];
        };
        /** @description A token; its secret is never shown again. */
        Token: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string | null;
            id: components["schemas"]["Id"];
            /**
             * Format: date-time
             * @description When it was last used, up to an hour behind; `null` if it never was.
             */
            lastUsedAt: string | null;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            role: components["schemas"]["Role"];
        };
        /** @description A token for somebody, or for some program. */
        TokenInput: {
            /** Format: date-time */
            expiresAt?: string | null;
            /** @description Whose it is, or what it is for. */
            name: string;
            role: components["schemas"]["Role"];
        };
        /** @description One page of a list, and the cursor of the next. */
        TokenPage: {
            data: components["schemas"]["Token"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One speaker’s uninterrupted words. */
        Turn: {
            html: string;
            id: components["schemas"]["Id"];
            /** @description What anchors in this turn point into. */
            plainText: string;
            /** @description Place among all turns of the article, from 1. */
            position: number;
            /** @description The question that an answer answers. */
            replyTo: components["schemas"]["Id"] | null;
            role: components["schemas"]["TurnRole"];
            speaker: components["schemas"]["SourceRef"];
            speakerRole: string | null;
            /** @description CommonMark. */
            text: string;
            url: string;
        };
        /** @description What two revisions say differently about a turn. */
        TurnChange: {
            /** @enum {string} */
            change: "added" | "removed" | "changed" | "moved";
            fields: components["schemas"]["FieldChange"][];
            id: components["schemas"]["Id"];
            interview: components["schemas"]["Id"];
            positionAfter: number | null;
            positionBefore: number | null;
        };
        /** @description A new turn, and where it goes. */
        TurnCreate: {
            /** @description The interview that it belongs to. */
            interview: components["schemas"]["Id"];
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            role: components["schemas"]["TurnRole"];
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description CommonMark. */
            text: string;
        };
        /** @description What an edition showed of a turn; null where it left the turn out. */
        TurnEdition: {
            /**
             * @description What the edition did to this part.
             * @enum {string}
             */
            change: "published" | "changed" | "corrected" | "removed";
            edition: number;
            /** @enum {string} */
            kind: "publication" | "update" | "correction";
            /** @description What the edition changed, and why. */
            note: string | null;
            /** Format: date-time */
            publishedAt: string;
            turn: components["schemas"]["Turn"] | null;
            /** @description The edition of the whole article. */
            url: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        TurnEditionPage: {
            data: components["schemas"]["TurnEdition"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One speaker’s uninterrupted words. */
        TurnInput: {
            id?: components["schemas"]["Id"];
            role: components["schemas"]["TurnRole"];
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description CommonMark. */
            text: string;
        };
        /** @description One page of a list, and the cursor of the next. */
        TurnPage: {
            data: components["schemas"]["StandaloneTurn"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description One page of a list, by `fields`. */
        TurnPageFields: {
            data: components["schemas"]["StandaloneTurnFields"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch (RFC 7396) of a turn. */
        TurnPatch: {
            /** @description Place among its siblings, from 1; last if not given. */
            position?: number;
            role?: components["schemas"]["TurnRole"];
            speaker?: components["schemas"]["SourceMention"] | null;
            speakerRole?: string | null;
            /** @description CommonMark. */
            text?: string;
        };
        /** @description The places of an interview and a turn, from 0. */
        TurnPlace: {
            interview: number;
            turn: number;
        };
        /**
         * @description Whether a turn asks, answers or does neither.
         * @enum {string}
         */
        TurnRole: "question" | "answer" | "remark";
        /** @description A date as EDTF (ISO 8601-2), with its earliest and latest day. */
        UncertainDate: {
            edtf: string;
            /** @description Earliest day, YYYY-MM-DD. */
            from: string | null;
            /** @description Latest day, YYYY-MM-DD. */
            to: string | null;
        };
        /** @description Who wrote it, with a portrait if there is one. */
        WireByline: {
            image: components["schemas"]["Image"] | null;
            name: string;
            role: string | null;
        };
        /** @description Why an article is taken off the wire. */
        WithdrawInput: {
            /** @description What changed and why, as readers are told. */
            note?: string | null;
        };
    };
    responses: {
        /** @description A former slug, or that of something merged: Location is the present address. */
        FormerSlug: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                Location: components["headers"]["Location"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Not modified: If-None-Match names the present version. There is no body. */
        NotModified: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                ETag: components["headers"]["ETag"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request is not valid; or: The body is not valid JSON; or: The search query can’t be read; or: The cursor does not fit this request; or: The request is not valid HTTP. */
        Problem400: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A valid token is needed. */
        Problem401: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                "WWW-Authenticate": components["headers"]["WWWAuthenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token’s role does not allow this. */
        Problem403: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing here. */
        Problem404: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description None of the accepted formats is available. */
        Problem406: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The article’s state does not allow this step; or: It is under embargo; or: The slug is taken; or: It is in use; or: It was public; or: The first request with this key is still running; or: These can’t be merged; or: It exists already; or: There are as many as there may be. */
        Problem409: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                /**
                 * @description How many seconds to wait.
                 * @example 1
                 */
                "Retry-After"?: string;
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was retracted; or: The position is no longer kept; or: It is gone. */
        Problem410: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was changed in the meantime. */
        Problem412: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                ETag: components["headers"]["ETag"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        Problem413: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type is not supported. */
        Problem415: {
            headers: {
                /**
                 * @description The media types that the body may have.
                 * @example application/json
                 */
                Accept?: string;
                /**
                 * @description Where the body came in an encoding.
                 * @example identity
                 */
                "Accept-Encoding"?: string;
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something that the body refers to does not exist; or: The article can’t be published as it is; or: The key was used for another request; or: The content can’t be used; or: The address is refused. */
        Problem422: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is required. */
        Problem428: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests. */
        Problem429: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong here. */
        Problem500: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service can’t answer right now. */
        Problem503: {
            headers: {
                "Cache-Control": components["headers"]["CacheControl"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                "Retry-After": components["headers"]["RetryAfter"];
                Vary: components["headers"]["Vary"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Where to go on: `page.next` of the page before. Opaque. */
        Cursor: string;
        /**
         * @description From this instant or day on.
         * @example 2024-10-01
         */
        From: components["schemas"]["Moment"];
        /**
         * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
         * @example 2024-10-09-river-wall
         */
        IdempotencyKey: string;
        /**
         * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
         * @example "v3"
         */
        IfMatch: string;
        /**
         * @description As If-None-Match, by time. Counts only without If-None-Match.
         * @example Wed, 09 Oct 2024 06:30:00 GMT
         */
        IfModifiedSince: string;
        /**
         * @description The ETag of the version that the client has: 304 if it is still the present one.
         * @example "a1b2c3d4"
         */
        IfNoneMatch: string;
        /**
         * @description The `id` of the last event that arrived; counts before `after`.
         * @example 0
         */
        LastEventID: number;
        /**
         * @description How many items a page holds, at most 100; 20 if not given.
         * @example 20
         */
        Limit: number;
        /**
         * @description Before this instant or day.
         * @example 2024-11-01
         */
        To: components["schemas"]["Moment"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description For how long, and by whom, it may be kept.
         * @example private, no-store
         */
        CacheControl: string;
        /**
         * @description The ids of everything in it, for purging caches; the first of them where 7,500 characters don’t hold all.
         * @example articles
         */
        CacheTag: string;
        /**
         * @description What the file is called where it is kept (RFC 6266).
         * @example attachment; filename="marrowford-flood-evacuees.csv"
         */
        ContentDisposition: string;
        /**
         * @description The version, for If-Match. Only for things that have versions.
         * @example "v3"
         */
        DeskETag: string;
        /**
         * @description `Origin` where other origins may use the desk.
         * @example Origin
         */
        DeskVary: string;
        /**
         * @description The entity tag of this answer; strong.
         * @example "a1b2c3d4"
         */
        ETag: string;
        /**
         * @description When it last changed.
         * @example Wed, 09 Oct 2024 06:30:00 GMT
         */
        LastModified: string;
        /**
         * @description The next page (RFC 8288); absent on the last one.
         * @example </v1/articles?cursor=e30.abc>; rel="next"
         */
        Link: string;
        /**
         * @description Where the thing is.
         * @example /v1/desk/articles/0192f0c1
         */
        Location: string;
        /**
         * @description Where its progress is told, if it has any.
         * @example /v1/desk/jobs/0192f0c1
         */
        ProgressLocation: string;
        /**
         * @description What is left of the allowance.
         * @example "default";r=5999;t=60
         */
        RateLimit: string;
        /**
         * @description The allowance.
         * @example "default";q=6000;w=60
         */
        RateLimitPolicy: string;
        /**
         * @description How many seconds to wait.
         * @example 1
         */
        RetryAfter: string;
        /**
         * @description The headers of the request that it depends on.
         * @example Accept-Encoding
         */
        Vary: string;
        /**
         * @description How to say who asks (RFC 9110 §11.6.1).
         * @example Bearer realm="…"
         */
        WWWAuthenticate: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readRoot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readPicture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description SHA-256 of the content, as in the address that an answer gives. */
                hash: string;
                /** @description Name of the file, as in the address that an answer gives. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readProblemPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `code` of a problem.
                 * @example not-found
                 */
                code: "request-invalid" | "body-malformed" | "query-syntax" | "cursor-invalid" | "http-malformed" | "unauthenticated" | "forbidden" | "not-found" | "method-not-allowed" | "not-acceptable" | "request-timeout" | "transition-forbidden" | "embargoed" | "slug-taken" | "in-use" | "was-public" | "request-in-progress" | "merge-refused" | "already-exists" | "limit-reached" | "retracted" | "changes-expired" | "gone" | "precondition-failed" | "body-too-large" | "media-type-unsupported" | "expectation-failed" | "reference-unknown" | "gate-refused" | "idempotency-mismatch" | "content-unusable" | "address-refused" | "precondition-required" | "headers-too-large" | "too-many-requests" | "internal" | "method-unknown" | "unavailable";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSiteAtom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSiteJsonFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "application/json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readFigureAtom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readFigureJsonFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "application/json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readFigureRss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSiteRss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSectionAtom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSectionJsonFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "application/json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSectionRss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSourceAtom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSourceJsonFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "application/json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSourceRss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTagAtom: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTagJsonFeed: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/feed+json": components["schemas"]["JsonFeed"];
                    "application/json": components["schemas"]["JsonFeed"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTagRss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/rss+xml": string;
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readNewsSitemap: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readOpenApiJson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readOpenApiYaml: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readRobots: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSitemapIndex: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSitemap: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its number, from 1. */
                page: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticles: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, kind, headline, summary, section, tags, bylines, image, language, publishedAt, firstPublishedAt, updatedAt, edition, counts.
                 * @example id,slug
                 */
                fields?: string;
                /** @description A figure that it has claims about. */
                figure?: components["schemas"]["IdOrSlug"];
                /**
                 * @description From this instant or day on.
                 * @example 2024-10-01
                 */
                from?: components["parameters"]["From"];
                /** @description Only those of this kind. */
                kind?: components["schemas"]["ArticleKind"];
                /** @description BCP 47 tag of the language. */
                language?: components["schemas"]["LanguageFilter"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description The order of the list. */
                order?: "newest" | "oldest" | "updated";
                /** @description Whole words that all stand in it, whatever their case and accents. */
                q?: string;
                /** @description Slug of the section. */
                section?: components["schemas"]["Slug"];
                /** @description Who speaks or is cited in it. */
                source?: components["schemas"]["IdOrSlug"];
                /** @description Slug of a tag. */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Before this instant or day.
                 * @example 2024-11-01
                 */
                to?: components["parameters"]["To"];
                /** @description Which date `from` and `to` are about; `published` if not given. */
                useDate?: "published" | "firstPublished" | "updated";
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePage"] | components["schemas"]["ArticlePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readArticle: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, kind, headline, summary, body, bodyHtml, bodyText, language, section, tags, bylines, dateline, image, interviews, quotes, claims, sources, corrections, publishedAt, firstPublishedAt, updatedAt, edition.
                 * @example id,slug
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"] | components["schemas"]["ArticleFields"];
                    "application/ld+json": components["schemas"]["ArticleJsonLd"];
                    "application/vnd.iptc.g2.newsitem+json": components["schemas"]["ArticleNinjs"];
                    "text/markdown": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticleClaims: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, figure, comparator, low, high, unit, place, partOf, supersedes, boundsReason, url, position, text, asOf, source, chain, turn, anchor, standing, supersededBy, corrections, article.
                 * @example id,figure
                 */
                fields?: string;
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleClaimPage"] | components["schemas"]["ArticleClaimPageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticleCorrections: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleCorrections"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticleEditions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readArticleEdition: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Its number, from 1. */
                number: number;
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readArticleJsonLd: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleJsonLd"];
                    "application/ld+json": components["schemas"]["ArticleJsonLd"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readArticleMarkdown: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/markdown": string;
                    "text/plain": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readArticleNinjs: {
        parameters: {
            query?: {
                /** @description The generation of ninjs: `3` (the default) is 3.1, `1` is 1.6. */
                version?: "1" | "3";
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleNinjs"];
                    "application/vnd.iptc.g2.newsitem+json": components["schemas"]["ArticleNinjs"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticleQuotes: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, kind, speakerRole, organisation, verb, venue, translated, original, url, position, text, speaker, anonymous, saidOn, turn, anchor, status, corrections, article.
                 * @example id,kind
                 */
                fields?: string;
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleQuotePage"] | components["schemas"]["ArticleQuotePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listArticleTurns: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, url, position, role, speaker, speakerRole, replyTo, text, html, plainText, interview, article.
                 * @example id,url
                 */
                fields?: string;
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleTurnPage"] | components["schemas"]["ArticleTurnPageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description The last one that is known; those after it follow. */
                after?: number | "latest";
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: seq, type, kind, id, articleId, slug, edition, url, at, data.
                 * @example seq,type
                 */
                fields?: string;
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"] | components["schemas"]["ChangePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /**
                 * @description Where to begin, as in `/v1/changes`. Without it: with what changes from now on.
                 * @example 0
                 */
                after?: number;
            };
            header?: {
                /**
                 * @description The `id` of the last event that arrived; counts before `after`.
                 * @example 0
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description As of this day or later, as far as is known. */
                asOfFrom?: string;
                /** @description As of before this day, as far as is known. */
                asOfTo?: string;
                /** @description Only claims whose bounds are meant like that. */
                comparator?: components["schemas"]["Comparator"];
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, figure, comparator, low, high, unit, place, partOf, supersedes, boundsReason, url, position, text, asOf, source, chain, turn, anchor, standing, supersededBy, corrections, article.
                 * @example id,figure
                 */
                fields?: string;
                /** @description Id or slug of a figure. */
                figure?: components["schemas"]["IdOrSlug"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Claims that allow this number or less. */
                max?: string;
                /** @description Claims that allow this number or more. */
                min?: string;
                /** @description Newest first by as-of date or by publication (the default). */
                order?: "asOf" | "published";
                /** @description The place’s name, whatever its case. */
                place?: string;
                /** @description Anyone in the chain of attribution. */
                source?: components["schemas"]["IdOrSlug"];
                /** @description Only claims that are current, or only superseded ones. */
                standing?: components["schemas"]["ClaimStanding"];
                /** @description Only claims in this unit. */
                unit?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"] | components["schemas"]["ClaimPageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readClaim: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, figure, comparator, low, high, unit, place, partOf, supersedes, boundsReason, url, position, text, asOf, source, chain, turn, anchor, standing, supersededBy, corrections, article.
                 * @example id,figure
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandaloneClaim"] | components["schemas"]["StandaloneClaimFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listClaimEditions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimEditionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listCorrections: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskArticles: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /** @description BCP 47 tag of the language. */
                language?: components["schemas"]["LanguageFilter"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Part of the headline or slug. */
                q?: string;
                /** @description Slug of the section. */
                section?: components["schemas"]["Slug"];
                /** @description Only those in this state. */
                state?: components["schemas"]["ArticleState"];
                /** @description Slug of a tag that the newest, the public or the scheduled revision carries. */
                tag?: components["schemas"]["Slug"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticlePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticleInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticlePatch"];
                "application/merge-patch+json": components["schemas"]["ArticlePatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    checkArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CheckInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResult"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskClaims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskClaimList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createClaim: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimCreate"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteClaim: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateClaim: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimPatch"];
                "application/merge-patch+json": components["schemas"]["ClaimPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskClaim"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    correctArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskInterviews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskInterviewList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createInterview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewCreate"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskInterview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskInterview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskInterview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteInterview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateInterview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterviewPatch"];
                "application/merge-patch+json": components["schemas"]["InterviewPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskInterview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPreviews: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createPreview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PreviewInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    publishArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PublishInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskQuotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskQuoteList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createQuote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteCreate"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskQuote"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskQuote"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteQuote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateQuote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuotePatch"];
                "application/merge-patch+json": components["schemas"]["QuotePatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskQuote"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreRevision: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    retractArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetractInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listRevisions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    compareRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The earlier of the two. */
                from: number;
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description The later of the two. */
                to: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionDiff"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Its number, from 1. */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    scheduleArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskTurns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTurnList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createTurn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnCreate"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTurn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskTurn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTurn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteTurn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateTurn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
                /** @description Id of the part. */
                part: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TurnPatch"];
                "application/merge-patch+json": components["schemas"]["TurnPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTurn"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    unscheduleArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    withdrawArticle: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WithdrawInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAssets: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAssetPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createAsset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["AssetUpload"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAsset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAsset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteAsset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    changeAsset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetPatch"];
                "application/merge-patch+json": components["schemas"]["AssetPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAsset"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskAsset"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readAssetRendition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
                /** @description Name of the file, as in the address that an answer gives. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description What was done, such as `article.publish`. */
                action?: string;
                /** @description Id of the token that did it. */
                actor?: string;
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Id of what was changed. */
                target?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    bulk: {
        parameters: {
            query?: {
                /** @description All or nothing; at most 1000 lines. */
                atomic?: "true" | "false";
            };
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["BulkLine"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["BulkResult"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    extract: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtractInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Extraction"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskFigures: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigurePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createFigure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FigureInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskFigure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteFigure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateFigure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FigurePatch"];
                "application/merge-patch+json": components["schemas"]["FigurePatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    mergeFigure: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskFigure"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acceptImport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listJobs: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokePreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskSections: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSectionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermPatch"];
                "application/merge-patch+json": components["schemas"]["TermPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    mergeSection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskSources: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only those of this kind. */
                kind?: components["schemas"]["SourceKind"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Part of a name or alias. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSourcePage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourceInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourcePatch"];
                "application/merge-patch+json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    mergeSource: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskSource"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateSubscription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionPatch"];
                "application/merge-patch+json": components["schemas"]["SubscriptionPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Only those in this state. */
                state?: components["schemas"]["DeliveryState"];
            };
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Id of the delivery. */
                delivery: components["schemas"]["Id"];
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            410: components["responses"]["Problem410"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateSubscriptionSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSubscription"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeskTags: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTagPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readDeskTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermPatch"];
                "application/merge-patch+json": components["schemas"]["TermPatch"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    mergeTag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description The ETag of the version that was read; `*` for any. Required: 428 without it.
                 * @example "v3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            /** @description Accepted; the work goes on. */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["ProgressLocation"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeskTerm"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            428: components["responses"]["Problem428"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Stands for this one request for 24 hours: sent again, it answers again and changes nothing.
                 * @example 2024-10-09-river-wall
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInput"];
            };
        };
        responses: {
            /** @description Created; Location names it. */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done; there is nothing to tell. */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    ETag: components["headers"]["DeskETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["DeskVary"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFigures: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, question, unit, subject, place, counts.
                 * @example id,slug
                 */
                fields?: string;
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Part of the question, subject or place. */
                q?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigurePage"] | components["schemas"]["FigurePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readFigure: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, question, unit, subject, place, counts, newest.
                 * @example id,slug
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureDetail"] | components["schemas"]["FigureDetailFields"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readChart: {
        parameters: {
            query?: {
                /** @description Pixels; as high as it needs if not given. */
                height?: number;
                /** @description `true` to have superseded claims as well. */
                superseded?: "true" | "false";
                /** @description `auto` (if not given) follows the reader’s own setting. */
                theme?: "auto" | "light" | "dark";
                /** @description Pixels; 720 if not given. */
                width?: number;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readEmbed: {
        parameters: {
            query?: {
                /** @description `true` to have superseded claims as well. */
                superseded?: "true" | "false";
                /** @description `auto` (if not given) follows the reader’s own setting. */
                theme?: "auto" | "light" | "dark";
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSeries: {
        parameters: {
            query?: {
                /** @description `true` to have superseded claims as well. */
                superseded?: "true" | "false";
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSeriesCsv: {
        parameters: {
            query?: {
                /** @description `true` to have superseded claims as well. */
                superseded?: "true" | "false";
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    "Content-Disposition": components["headers"]["ContentDisposition"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The secret of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewedArticle"];
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readPreviewPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description SHA-256 of the content, as in the address that an answer gives. */
                hash: string;
                /** @description Name of the file, as in the address that an answer gives. */
                name: string;
                /** @description The secret of the link. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/webp": string;
                };
            };
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listQuotes: {
        parameters: {
            query?: {
                /** @description `true` for unnamed speakers only, `false` for named ones. */
                anonymous?: "true" | "false";
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, kind, speakerRole, organisation, verb, venue, translated, original, url, position, text, speaker, anonymous, saidOn, turn, anchor, status, corrections, article.
                 * @example id,kind
                 */
                fields?: string;
                /**
                 * @description From this instant or day on.
                 * @example 2024-10-01
                 */
                from?: components["parameters"]["From"];
                /** @description Only those of this kind. */
                kind?: components["schemas"]["QuoteKind"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description For whom it was said: a name, whatever its case. */
                organisation?: string;
                /** @description Whole words that all stand in it. */
                q?: string;
                /** @description Said on this day or later, as far as is known. */
                saidFrom?: string;
                /** @description Said before this day, as far as is known. */
                saidTo?: string;
                /** @description Slug of the section. */
                section?: components["schemas"]["Slug"];
                /** @description Id or slug of the source who speaks. */
                speaker?: components["schemas"]["IdOrSlug"];
                /** @description Slug of a tag. */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Before this instant or day.
                 * @example 2024-11-01
                 */
                to?: components["parameters"]["To"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotePage"] | components["schemas"]["QuotePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readQuote: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, kind, speakerRole, organisation, verb, venue, translated, original, url, position, text, speaker, anonymous, saidOn, turn, anchor, status, corrections, article.
                 * @example id,kind
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandaloneQuote"] | components["schemas"]["StandaloneQuoteFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listQuoteEditions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteEditionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Claims about this figure, and articles that have some. */
                figure?: components["schemas"]["IdOrSlug"];
                /**
                 * @description From this instant or day on.
                 * @example 2024-10-01
                 */
                from?: components["parameters"]["From"];
                /** @description In articles in this language. */
                language?: components["schemas"]["LanguageFilter"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Words that all stand in it, whatever their case and accents. `"…"` finds words in that order, `word*` words that begin so, `"some word*"` both; `AND`, `OR`, `NOT` (or `-word`) and parentheses combine them.
                 * @example "river wall" AND (flood* OR water) -festival
                 */
                q: string;
                /** @description In articles of this section. */
                section?: components["schemas"]["Slug"];
                /** @description Who speaks or is cited in it. */
                source?: components["schemas"]["IdOrSlug"];
                /** @description Turns and quotes of this source only. */
                speaker?: components["schemas"]["IdOrSlug"];
                /** @description In articles with this tag. */
                tag?: components["schemas"]["Slug"];
                /**
                 * @description Before this instant or day.
                 * @example 2024-11-01
                 */
                to?: components["parameters"]["To"];
                /** @description Only hits of this type. */
                type?: components["schemas"]["SearchHitType"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, kind, name, aliases, affiliation, country, sameAs, counts.
                 * @example id,slug
                 */
                fields?: string;
                /** @description Only those of this kind. */
                kind?: components["schemas"]["SourceKind"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Part of a name or alias. */
                q?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"] | components["schemas"]["SourcePageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readSource: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, slug, url, kind, name, aliases, affiliation, country, sameAs, counts, newest.
                 * @example id,slug
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Slug or id of the thing. */
                slug: components["schemas"]["IdOrSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDetail"] | components["schemas"]["SourceDetailFields"];
                };
            };
            304: components["responses"]["NotModified"];
            308: components["responses"]["FormerSlug"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTurns: {
        parameters: {
            query?: {
                /** @description Id or slug of an article. */
                article?: components["schemas"]["IdOrSlug"];
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, url, position, role, speaker, speakerRole, replyTo, text, html, plainText, interview, article.
                 * @example id,url
                 */
                fields?: string;
                /**
                 * @description From this instant or day on.
                 * @example 2024-10-01
                 */
                from?: components["parameters"]["From"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Whole words that all stand in it. */
                q?: string;
                /** @description Only those with this role. */
                role?: components["schemas"]["TurnRole"];
                /** @description Id or slug of the source who speaks. */
                speaker?: components["schemas"]["IdOrSlug"];
                /**
                 * @description Before this instant or day.
                 * @example 2024-11-01
                 */
                to?: components["parameters"]["To"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnPage"] | components["schemas"]["TurnPageFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            406: components["responses"]["Problem406"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    readTurn: {
        parameters: {
            query?: {
                /**
                 * @description Only these top-level members, each once, separated by commas. Known: id, url, position, role, speaker, speakerRole, replyTo, text, html, plainText, interview, article.
                 * @example id,url
                 */
                fields?: string;
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StandaloneTurn"] | components["schemas"]["StandaloneTurnFields"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTurnEditions: {
        parameters: {
            query?: {
                /** @description Where to go on: `page.next` of the page before. Opaque. */
                cursor?: components["parameters"]["Cursor"];
                /**
                 * @description How many items a page holds, at most 100; 20 if not given.
                 * @example 20
                 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description As If-None-Match, by time. Counts only without If-None-Match.
                 * @example Wed, 09 Oct 2024 06:30:00 GMT
                 */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
                /**
                 * @description The ETag of the version that the client has: 304 if it is still the present one.
                 * @example "a1b2c3d4"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Id of the thing; where things have slugs, its slug is accepted as well. */
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As asked. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["CacheControl"];
                    "Cache-Tag": components["headers"]["CacheTag"];
                    ETag: components["headers"]["ETag"];
                    "Last-Modified": components["headers"]["LastModified"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    Vary: components["headers"]["Vary"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TurnEditionPage"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["Problem400"];
            404: components["responses"]["Problem404"];
            406: components["responses"]["Problem406"];
            410: components["responses"]["Problem410"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}

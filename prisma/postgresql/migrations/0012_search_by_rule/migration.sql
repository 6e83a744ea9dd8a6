-- How often a word occurs says little about how often it does beside others. Searches say
-- themselves which rows are looked at and when the index is asked (docs/decisions/0025), so that
-- the planner is to know nothing of words. The second statement takes away what it knew.
ALTER TABLE "SearchIndex" ALTER COLUMN "vector" SET STATISTICS 0;
ALTER TABLE "SearchIndex" ALTER COLUMN "vector" TYPE TSVECTOR;

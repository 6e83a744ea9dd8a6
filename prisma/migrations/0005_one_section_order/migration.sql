-- DropIndex
DROP INDEX "PublishedArticle_section_updatedAt_id_idx";

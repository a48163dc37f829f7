-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN "reportName" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Organisation" ADD COLUMN "reportAuthor" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Organisation" ADD COLUMN "logo" BLOB;
ALTER TABLE "Organisation" ADD COLUMN "logoType" TEXT;
ALTER TABLE "Organisation" ADD COLUMN "logoWidth" INTEGER;
ALTER TABLE "Organisation" ADD COLUMN "logoHeight" INTEGER;
ALTER TABLE "Organisation" ADD COLUMN "settingsRevision" INTEGER NOT NULL DEFAULT 1;

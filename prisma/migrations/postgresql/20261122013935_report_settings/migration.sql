-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "logo" BYTEA,
ADD COLUMN     "logoHeight" INTEGER,
ADD COLUMN     "logoType" TEXT COLLATE "C",
ADD COLUMN     "logoWidth" INTEGER,
ADD COLUMN     "reportAuthor" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "reportName" TEXT COLLATE "C" NOT NULL DEFAULT '',
ADD COLUMN     "settingsRevision" INTEGER NOT NULL DEFAULT 1;

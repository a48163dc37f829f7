-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN "finalTraits" JSONB;
ALTER TABLE "Assessment" ADD COLUMN "traitsHash" TEXT;
ALTER TABLE "Assessment" ADD COLUMN "traitsId" TEXT;
ALTER TABLE "Assessment" ADD COLUMN "traitsVersion" TEXT;

-- CreateTable
CREATE TABLE "TraitAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "trait" TEXT NOT NULL,
    "value" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "answeredBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "TraitAnswer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "TraitAnswer_assessmentId_trait_key" ON "TraitAnswer"("assessmentId", "trait");

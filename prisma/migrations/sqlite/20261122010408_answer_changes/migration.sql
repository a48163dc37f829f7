-- AlterTable: not the copying and dropping of the whole table that was proposed, with which its answers might go.
ALTER TABLE "Assessment" ADD COLUMN "changeCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AnswerChange" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "who" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "measure" TEXT,
    "revision" INTEGER,
    "before" JSONB,
    "after" JSONB,
    "saveId" TEXT,
    CONSTRAINT "AnswerChange_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AnswerChange_assessmentId_measure_position_idx" ON "AnswerChange"("assessmentId", "measure", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerChange_assessmentId_position_key" ON "AnswerChange"("assessmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerChange_assessmentId_saveId_key" ON "AnswerChange"("assessmentId", "saveId");

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "changeCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AnswerChange" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assessmentId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "who" TEXT COLLATE "C" NOT NULL,
    "origin" TEXT COLLATE "C" NOT NULL,
    "measure" TEXT COLLATE "C",
    "revision" INTEGER,
    "before" JSON,
    "after" JSON,
    "saveId" TEXT COLLATE "C",

    CONSTRAINT "AnswerChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AnswerChange_assessmentId_measure_position_idx" ON "AnswerChange"("assessmentId", "measure", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerChange_assessmentId_position_key" ON "AnswerChange"("assessmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerChange_assessmentId_saveId_key" ON "AnswerChange"("assessmentId", "saveId");

-- AddForeignKey
ALTER TABLE "AnswerChange" ADD CONSTRAINT "AnswerChange_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "AnswerChange" ADD COLUMN     "trait" TEXT COLLATE "C";

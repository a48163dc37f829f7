-- CreateEnum
CREATE TYPE "PlanDecision" AS ENUM ('chosen', 'setAside');

-- CreateEnum
CREATE TYPE "AssessmentStatus" AS ENUM ('draft', 'final');

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CountyProfile" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisationId" TEXT COLLATE "C" NOT NULL,
    "divisionCode" TEXT COLLATE "C",
    "county" TEXT COLLATE "C" NOT NULL,
    "prefecture" TEXT COLLATE "C" NOT NULL,
    "province" TEXT COLLATE "C" NOT NULL,
    "industry" TEXT COLLATE "C" NOT NULL,
    "figuresYear" INTEGER,
    "population" DOUBLE PRECISION,
    "gdp" DOUBLE PRECISION,
    "clusterOutput" DOUBLE PRECISION,
    "onlineSales" DOUBLE PRECISION,
    "enterprises" INTEGER,
    "latestStage" INTEGER,
    "archivedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CountyProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlannedMeasure" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisationId" TEXT COLLATE "C" NOT NULL,
    "profileId" TEXT COLLATE "C" NOT NULL,
    "instrumentId" TEXT COLLATE "C" NOT NULL,
    "measure" TEXT COLLATE "C" NOT NULL,
    "decision" "PlanDecision" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "bureau" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "duePeriod" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "since" TEXT COLLATE "C" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PlannedMeasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT COLLATE "C" NOT NULL,
    "organisationId" TEXT COLLATE "C" NOT NULL,
    "profileId" TEXT COLLATE "C" NOT NULL,
    "instrumentId" TEXT COLLATE "C" NOT NULL,
    "instrumentVersion" TEXT COLLATE "C" NOT NULL,
    "instrumentHash" TEXT COLLATE "C" NOT NULL,
    "period" TEXT COLLATE "C" NOT NULL,
    "periodEnd" TEXT COLLATE "C" NOT NULL,
    "filledBy" TEXT COLLATE "C" NOT NULL,
    "status" "AssessmentStatus" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "basedOnId" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "finalisedAt" TIMESTAMP(3),
    "stage" INTEGER,
    "stageLow" INTEGER,
    "stageHigh" INTEGER,
    "coverage" JSON,
    "finalAnswers" JSON,
    "finalDiagnosis" JSON,
    "traitsId" TEXT COLLATE "C",
    "traitsVersion" TEXT COLLATE "C",
    "traitsHash" TEXT COLLATE "C",
    "finalTraits" JSON,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assessmentId" TEXT COLLATE "C" NOT NULL,
    "measure" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "note" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "reason" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "answeredBy" TEXT COLLATE "C" NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT COLLATE "C" NOT NULL,
    "answerId" TEXT COLLATE "C" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "documentNumber" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "issuer" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "date" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "link" TEXT COLLATE "C" NOT NULL DEFAULT '',

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TraitAnswer" (
    "id" TEXT COLLATE "C" NOT NULL,
    "assessmentId" TEXT COLLATE "C" NOT NULL,
    "trait" TEXT COLLATE "C" NOT NULL,
    "value" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "answeredBy" TEXT COLLATE "C" NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TraitAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CountyProfile_organisationId_archivedAt_updatedAt_idx" ON "CountyProfile"("organisationId", "archivedAt", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "PlannedMeasure_profileId_instrumentId_measure_key" ON "PlannedMeasure"("profileId", "instrumentId", "measure");

-- CreateIndex
CREATE INDEX "Assessment_organisationId_status_finalisedAt_idx" ON "Assessment"("organisationId", "status", "finalisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_profileId_period_revision_key" ON "Assessment"("profileId", "period", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_assessmentId_measure_key" ON "Answer"("assessmentId", "measure");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_answerId_position_key" ON "Evidence"("answerId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "TraitAnswer_assessmentId_trait_key" ON "TraitAnswer"("assessmentId", "trait");

-- AddForeignKey
ALTER TABLE "CountyProfile" ADD CONSTRAINT "CountyProfile_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlannedMeasure" ADD CONSTRAINT "PlannedMeasure_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "CountyProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "CountyProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "Assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TraitAnswer" ADD CONSTRAINT "TraitAnswer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "CountyProfile" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "divisionCode" TEXT,
    "county" TEXT NOT NULL,
    "prefecture" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "figuresYear" INTEGER,
    "population" REAL,
    "gdp" REAL,
    "clusterOutput" REAL,
    "onlineSales" REAL,
    "enterprises" INTEGER,
    "latestStage" INTEGER,
    "archivedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "CountyProfile_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "profileId" TEXT NOT NULL,
    "instrumentId" TEXT NOT NULL,
    "instrumentVersion" TEXT NOT NULL,
    "instrumentHash" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "periodEnd" TEXT NOT NULL,
    "filledBy" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "basedOnId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "finalisedAt" DATETIME,
    "stage" INTEGER,
    "stageLow" INTEGER,
    "stageHigh" INTEGER,
    "coverage" JSONB,
    "finalAnswers" JSONB,
    "finalDiagnosis" JSONB,
    CONSTRAINT "Assessment_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "CountyProfile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Assessment_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "Assessment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assessmentId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "answeredBy" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Answer_assessmentId_fkey" FOREIGN KEY ("assessmentId") REFERENCES "Assessment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "answerId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "documentNumber" TEXT NOT NULL DEFAULT '',
    "issuer" TEXT NOT NULL DEFAULT '',
    "date" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Evidence_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CountyProfile_organisationId_archivedAt_updatedAt_idx" ON "CountyProfile"("organisationId", "archivedAt", "updatedAt");

-- CreateIndex
CREATE INDEX "Assessment_organisationId_status_finalisedAt_idx" ON "Assessment"("organisationId", "status", "finalisedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_profileId_period_revision_key" ON "Assessment"("profileId", "period", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_assessmentId_measure_key" ON "Answer"("assessmentId", "measure");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_answerId_position_key" ON "Evidence"("answerId", "position");

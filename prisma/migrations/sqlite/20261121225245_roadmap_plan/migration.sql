-- CreateTable
CREATE TABLE "PlannedMeasure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "organisationId" TEXT NOT NULL,
    "profileId" TEXT NOT NULL,
    "instrumentId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "bureau" TEXT NOT NULL DEFAULT '',
    "duePeriod" TEXT NOT NULL DEFAULT '',
    "since" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "PlannedMeasure_profileId_fkey" FOREIGN KEY ("profileId") REFERENCES "CountyProfile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "PlannedMeasure_profileId_instrumentId_measure_key" ON "PlannedMeasure"("profileId", "instrumentId", "measure");

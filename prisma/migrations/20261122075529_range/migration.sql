-- CreateEnum
CREATE TYPE "quiz_kind" AS ENUM ('test', 'range');

-- DropIndex
DROP INDEX "quiz_module_id_key";

-- AlterTable
ALTER TABLE "quiz" ADD COLUMN     "kind" "quiz_kind" NOT NULL DEFAULT 'test';

-- CreateIndex
CREATE UNIQUE INDEX "quiz_module_id_kind_key" ON "quiz"("module_id", "kind");

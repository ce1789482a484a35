-- AlterTable
ALTER TABLE "question" ADD COLUMN     "variant_of" TEXT;

-- CreateTable
CREATE TABLE "self_assessment" (
    "attempt_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "self_assessment_pkey" PRIMARY KEY ("attempt_id","question_key")
);

-- AddForeignKey
ALTER TABLE "self_assessment" ADD CONSTRAINT "self_assessment_attempt_id_question_key_fkey" FOREIGN KEY ("attempt_id", "question_key") REFERENCES "answer"("attempt_id", "question_key") ON DELETE RESTRICT ON UPDATE CASCADE;

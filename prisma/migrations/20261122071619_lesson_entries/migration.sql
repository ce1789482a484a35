-- AlterTable
ALTER TABLE "lesson_text" ADD COLUMN     "blocks" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "lesson_entry" (
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "lesson_key" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_entry_pkey" PRIMARY KEY ("person_id","course_id","lesson_key","block")
);

-- AddForeignKey
ALTER TABLE "lesson_entry" ADD CONSTRAINT "lesson_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_entry" ADD CONSTRAINT "lesson_entry_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

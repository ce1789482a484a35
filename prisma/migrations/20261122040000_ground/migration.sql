-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('teacher', 'trainer', 'analyst', 'administrator');

-- CreateEnum
CREATE TYPE "residence" AS ENUM ('urban', 'rural');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('nursery', 'preschool', 'primary', 'lower_secondary', 'upper_secondary', 'vocational', 'post_secondary', 'related');

-- CreateEnum
CREATE TYPE "certificate_state" AS ENUM ('pending', 'issued');

-- CreateEnum
CREATE TYPE "revocation_effect" AS ENUM ('void', 'from_date');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "facts_version" INTEGER NOT NULL DEFAULT 0,
    "facts_changed_at" TIMESTAMPTZ(3),
    "synced_version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_typed" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'teacher',
    "locale" TEXT NOT NULL DEFAULT 'ro',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "token_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "county" (
    "code" TEXT NOT NULL,
    "abbr" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "region_code" TEXT NOT NULL,

    CONSTRAINT "county_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "school" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locality" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "residence" "residence" NOT NULL,

    CONSTRAINT "school_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "post" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "school_code" TEXT NOT NULL,
    "level" "level",
    "is_main" BOOLEAN NOT NULL DEFAULT true,
    "hours_per_week" INTEGER,
    "starts_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_on" DATE,
    "end_recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_merge" (
    "id" UUID NOT NULL,
    "from_person_id" UUID NOT NULL,
    "into_person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_version" (
    "id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "is_material" BOOLEAN NOT NULL,
    "theme" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "pass_percent" INTEGER NOT NULL,
    "validity_months" INTEGER,
    "counts_toward_indicator" BOOLEAN NOT NULL,
    "licence" TEXT NOT NULL,
    "authors" TEXT[],

    CONSTRAINT "course_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "module" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "activity_minutes" INTEGER NOT NULL,
    "quiz_minutes" INTEGER NOT NULL,
    "outcomes" JSONB NOT NULL,

    CONSTRAINT "module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "competences" TEXT[],

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_text" (
    "lesson_id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "words" INTEGER NOT NULL,

    CONSTRAINT "lesson_text_pkey" PRIMARY KEY ("lesson_id","locale")
);

-- CreateTable
CREATE TABLE "quiz" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" JSONB NOT NULL,

    CONSTRAINT "quiz_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" UUID NOT NULL,
    "quiz_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "face" JSONB NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_key" (
    "question_id" UUID NOT NULL,
    "key" JSONB NOT NULL,

    CONSTRAINT "question_key_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_reading" (
    "enrolment_id" UUID NOT NULL,
    "lesson_key" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_reading_pkey" PRIMARY KEY ("enrolment_id","lesson_key")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "quiz_key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "points" DOUBLE PRECISION NOT NULL,
    "max_points" DOUBLE PRECISION NOT NULL,
    "passed" BOOLEAN NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "attempt_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("attempt_id","question_key")
);

-- CreateTable
CREATE TABLE "quiz_draft" (
    "enrolment_id" UUID NOT NULL,
    "quiz_key" TEXT NOT NULL,
    "responses" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quiz_draft_pkey" PRIMARY KEY ("enrolment_id","quiz_key")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "serial" TEXT NOT NULL,
    "completion_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "state" "certificate_state" NOT NULL DEFAULT 'pending',
    "holder_name" TEXT NOT NULL,
    "holder_email" TEXT NOT NULL,
    "course_title" JSONB NOT NULL,
    "theme" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "score_percent" INTEGER NOT NULL,
    "outcomes" JSONB NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_on" DATE NOT NULL,
    "valid_until" DATE,
    "counts_toward_indicator" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_at" TIMESTAMPTZ(3),
    "status_list_id" INTEGER NOT NULL,
    "status_index" INTEGER NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_document" (
    "certificate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "certificate_document_pkey" PRIMARY KEY ("certificate_id","kind")
);

-- CreateTable
CREATE TABLE "revocation" (
    "certificate_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "effect" "revocation_effect" NOT NULL,
    "effective_on" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revocation_pkey" PRIMARY KEY ("certificate_id")
);

-- CreateTable
CREATE TABLE "status_list" (
    "id" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "signed_revision" INTEGER NOT NULL DEFAULT -1,
    "jwt" TEXT,
    "signed_at" TIMESTAMPTZ(3),

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuer_key" (
    "kid" TEXT NOT NULL,
    "jwk" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "issuer_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy" (
    "id" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "strategy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "strategy_item" (
    "id" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "is_measured" BOOLEAN NOT NULL,

    CONSTRAINT "strategy_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "code" TEXT NOT NULL,
    "strategy_id" TEXT NOT NULL,
    "item_id" TEXT,
    "name" JSONB NOT NULL,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_headline" BOOLEAN NOT NULL,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "indicator_target" (
    "id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "percent" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "facts_version" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "theme" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "residence" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "delta" SMALLINT NOT NULL,
    "cause" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_set" (
    "id" UUID NOT NULL,
    "reference_date" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_cell" (
    "set_id" UUID NOT NULL,
    "county_code" TEXT NOT NULL,
    "residence" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "staff" INTEGER NOT NULL,

    CONSTRAINT "staff_cell_pkey" PRIMARY KEY ("set_id","county_code","residence","level")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE INDEX "password_reset_account_id_idx" ON "password_reset"("account_id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_idx" ON "audit_entry"("subject");

-- CreateIndex
CREATE UNIQUE INDEX "county_abbr_key" ON "county"("abbr");

-- CreateIndex
CREATE UNIQUE INDEX "county_position_key" ON "county"("position");

-- CreateIndex
CREATE INDEX "school_county_code_idx" ON "school"("county_code");

-- CreateIndex
CREATE INDEX "post_person_id_idx" ON "post"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_merge_from_person_id_key" ON "person_merge"("from_person_id");

-- CreateIndex
CREATE INDEX "person_merge_into_person_id_idx" ON "person_merge"("into_person_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_number_key" ON "course_version"("course_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "course_version_course_id_content_hash_key" ON "course_version"("course_id", "content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "module_version_id_key_key" ON "module"("version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "module_version_id_position_key" ON "module"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_id_key_key" ON "lesson"("version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_id_slug_key" ON "lesson"("version_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_id_position_key" ON "lesson"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_module_id_key" ON "quiz"("module_id");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_version_id_key_key" ON "quiz"("version_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "quiz_version_id_slug_key" ON "quiz"("version_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "question_quiz_id_key_key" ON "question"("quiz_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "question_quiz_id_position_key" ON "question"("quiz_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_person_id_course_id_round_key" ON "enrolment"("person_id", "course_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_enrolment_id_quiz_key_number_key" ON "attempt"("enrolment_id", "quiz_key", "number");

-- CreateIndex
CREATE UNIQUE INDEX "completion_enrolment_id_key" ON "completion"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_serial_key" ON "certificate"("serial");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_completion_id_key" ON "certificate"("completion_id");

-- CreateIndex
CREATE INDEX "certificate_person_id_idx" ON "certificate"("person_id");

-- CreateIndex
CREATE INDEX "certificate_state_idx" ON "certificate"("state");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_status_list_id_status_index_key" ON "certificate"("status_list_id", "status_index");

-- CreateIndex
CREATE UNIQUE INDEX "mail_kind_subject_id_key" ON "mail"("kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_item_strategy_id_kind_number_key" ON "strategy_item"("strategy_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_target_indicator_code_year_key" ON "indicator_target"("indicator_code", "year");

-- CreateIndex
CREATE INDEX "ledger_entry_theme_month_idx" ON "ledger_entry"("theme", "month");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entry_person_id_facts_version_month_theme_county_cod_key" ON "ledger_entry"("person_id", "facts_version", "month", "theme", "county_code", "residence", "level");

-- CreateIndex
CREATE UNIQUE INDEX "staff_set_reference_date_key" ON "staff_set"("reference_date");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "county" ADD CONSTRAINT "county_region_code_fkey" FOREIGN KEY ("region_code") REFERENCES "region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school" ADD CONSTRAINT "school_county_code_fkey" FOREIGN KEY ("county_code") REFERENCES "county"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post" ADD CONSTRAINT "post_school_code_fkey" FOREIGN KEY ("school_code") REFERENCES "school"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_from_person_id_fkey" FOREIGN KEY ("from_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_merge" ADD CONSTRAINT "person_merge_into_person_id_fkey" FOREIGN KEY ("into_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_version" ADD CONSTRAINT "course_version_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module" ADD CONSTRAINT "module_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_text" ADD CONSTRAINT "lesson_text_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz" ADD CONSTRAINT "quiz_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_quiz_id_fkey" FOREIGN KEY ("quiz_id") REFERENCES "quiz"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_key" ADD CONSTRAINT "question_key_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_reading" ADD CONSTRAINT "lesson_reading_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quiz_draft" ADD CONSTRAINT "quiz_draft_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion" ADD CONSTRAINT "completion_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "course_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_status_list_id_fkey" FOREIGN KEY ("status_list_id") REFERENCES "status_list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_document" ADD CONSTRAINT "certificate_document_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocation" ADD CONSTRAINT "revocation_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_item" ADD CONSTRAINT "strategy_item_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_strategy_id_fkey" FOREIGN KEY ("strategy_id") REFERENCES "strategy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_target" ADD CONSTRAINT "indicator_target_indicator_code_fkey" FOREIGN KEY ("indicator_code") REFERENCES "indicator"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_cell" ADD CONSTRAINT "staff_cell_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "staff_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

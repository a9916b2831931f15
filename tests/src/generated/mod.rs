// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models, and calls of the facade.

mod calls;
pub use calls::{call, resume, start};

/// Calls `$table` with the names of all models: those that are generated, and the scalars.
#[macro_export]
macro_rules! models {
    ($table:ident) => {
        $table! {
            GENERATED: types {
                Agent
                AgentDynamicVariable
                AgentImprovementSession
                AgentMockTool
                AgentPage
                AgentProvider
                AgentProviderType
                AgentTelephony
                AlertSummary
                AlertSummaryStatus
                AllCallLogs
                BillingInfo
                BulkGenerateInsights
                CallLog
                CallLogPage
                CallLogSelection
                CallLogStatus
                CallLogSummary
                CallLogTrace
                CallLogUpdate
                ChatAgentDetails
                ChatAgentType
                CreateScenarios
                CreateScenariosProgress
                CriticalCategory
                CriticalCategoryPriority
                DeepResearchInsight
                DeepResearchStatus
                DismissFailureMode
                EvaluateMetricsByAgent
                EvaluateMetricsByProject
                EvaluateMetricsRequest
                Evaluation
                EvaluationTrigger
                ExpectedOutcome
                FailureCategoryCalls
                FixMetric
                GenerateDeepResearch
                ImprovementSource
                ImprovementStage
                ImprovementStageStatus
                ImprovementStatus
                KnowledgeBaseFile
                MemberRole
                Membership
                Metric
                MetricCategory
                MetricEvalType
                MetricResult
                MetricType
                MetricVote
                MetricVoteRecorded
                MockToolAddress
                MockToolTransport
                ObservedCall
                Organization
                OrganizationName
                OrganizationPage
                OutcomeAlignment
                Person
                Personality
                PhoneNumber
                PredefinedMetric
                Project
                ProjectName
                RedactField
                RedactedField
                RerunEvaluationByAgent
                RerunEvaluationByAssistant
                RerunEvaluationRequest
                ReviewedStatus
                Rubric
                RubricCondition
                RubricConditions
                RubricEntry
                Run
                RunStatus
                RunVerdict
                StartedJob
                SubscriptionPack
                SubscriptionState
                SubscriptionStatus
                TestProfileData
                TestResult
                TestResultPage
                TranscriptTurn
                TriggerType
                UserTranscript
            }
            SCALARS: cekura {
                CallLogId
                AgentId
                ProjectId
                MetricId
                OrganizationId
                AssistantId
                Timestamp
                Credits
            }
        }
    };
}

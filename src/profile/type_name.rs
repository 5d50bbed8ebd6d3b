//! What a document is called: the type of its template, and how several organs issue it (`Kế hoạch liên ngành`, `KHLN`).

use super::{Abbreviation, Profile, Template};
use crate::specification::Spec;

/// Tên loại of a document and its abbreviation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeName {
    /// As it reads in a sentence.
    pub title: String,
    /// As the symbol has it; `None` where the symbol does not name the type.
    pub abbreviation: Option<String>,
}

impl Profile {
    /// What a document of a template is called.
    #[must_use]
    pub fn type_name(&self, template: &Template, spec: &Spec) -> TypeName {
        let joint = self.joint_form(spec);
        let title = joint.map_or_else(|| template.title.clone(), |joint| format!("{} {}", template.title, joint.long));
        let short = joint.map_or("", |joint| joint.short.as_str());
        TypeName { title, abbreviation: template.abbreviation.as_ref().map(|own| format!("{own}{short}")) }
    }

    /// The words behind the type.
    #[must_use]
    pub fn joint_form(&self, spec: &Spec) -> Option<&Abbreviation> {
        self.words.joint_forms.get(&spec.joint_form?)
    }
}
